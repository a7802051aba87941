package okno.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A received CloudEvent: what every consumer needs besides the data.
 *
 * @param id the event's id, the same on every delivery of it
 * @param type CloudEvents type, such as {@code okno.application.submitted.v1}
 * @param source the service that published it, such as {@code /application-service}
 * @param subject id of the aggregate
 * @param sequence version of the aggregate after the change
 * @param time when it happened
 * @param topic where it was read from
 * @param json the data as it was published, UTF-8 JSON
 */
public record EventEnvelope(
        UUID id, String type, String source, String subject, long sequence, Instant time, String topic, byte[] json) {

    /**
     * Reads a record that a batch listener was given as it is.
     *
     * @throws UnreadableEvent when its headers are not those of an event
     */
    public static EventEnvelope of(ConsumerRecord<?, ?> received) {
        return EventHeaders.read(received);
    }
}
