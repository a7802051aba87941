package okno.webhook.catalogue;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a webhook as Standard Webhooks shapes it: {@code {type, timestamp, data}}. The data are those of the event,
 * without the account ids that mean nothing outside, and with {@code sequence}: the version of the thing that changed, by
 * which a receiver tells a late message from a new one.
 */
public final class WebhookBody {

    /** Ids of our accounts and organisations: internal, and personal data by 152-FZ. */
    static final List<String> LEFT_OUT = List.of("personId", "orgId");

    private static final String SEQUENCE = "sequence";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private WebhookBody() {}

    /**
     * The bytes to freeze.
     *
     * @param time when the event happened
     * @param eventData the published data, a JSON object
     * @throws JacksonException when it is not one
     */
    public static byte[] of(String type, Instant time, long sequence, byte[] eventData) {
        var body = new ByteArrayOutputStream(eventData.length + 160);
        try (JsonParser in = JSON.createParser(eventData);
                JsonGenerator out = JSON.createGenerator(body)) {
            out.writeStartObject();
            out.writeStringProperty("type", type);
            out.writeStringProperty("timestamp", time.toString());
            out.writeName("data");
            copy(in, out, sequence);
            out.writeEndObject();
        }
        return body.toByteArray();
    }

    /** Token by token: a tree of each event would cost more than all else that is done to it here. */
    private static void copy(JsonParser in, JsonGenerator out, long sequence) {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new StreamReadException(in, "data of an event are an object");
        }
        out.writeStartObject();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            if (LEFT_OUT.contains(name) || name.equals(SEQUENCE)) {
                in.skipChildren();
            } else {
                out.writeName(name);
                out.copyCurrentStructure(in);
            }
        }
        out.writeNumberProperty(SEQUENCE, sequence);
        out.writeEndObject();
    }

    /** A body of our own, not made from an event: a challenge or a test. */
    public static byte[] own(String type, Instant time, String field, String value) {
        return JSON.writeValueAsBytes(wrap(type, time, JSON.createObjectNode().put(field, value)));
    }

    /** Reads a frozen body. */
    public static JsonNode read(byte[] body) {
        return JSON.readTree(body);
    }

    private static ObjectNode wrap(String type, Instant time, ObjectNode data) {
        ObjectNode body = JSON.createObjectNode();
        body.put("type", type);
        body.put("timestamp", time.toString());
        body.set("data", data);
        return body;
    }
}
