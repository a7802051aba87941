package okno.platform.messaging;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Event data to JSON and back. Readers ignore what they do not know: producers only ever add (contracts stay v1). */
public final class EventJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventJson() {}

    public static byte[] write(Object data) {
        return MAPPER.writeValueAsBytes(data);
    }

    /**
     * Reads the data as the consumer's own record.
     *
     * @throws UnreadableEvent when it cannot be read; such a record goes to the dead letters at once
     */
    public static <T> T read(EventEnvelope event, Class<T> type) {
        try {
            return MAPPER.readValue(event.json(), type);
        } catch (JacksonException e) {
            throw new UnreadableEvent(event.type() + " " + event.id(), e);
        }
    }
}
