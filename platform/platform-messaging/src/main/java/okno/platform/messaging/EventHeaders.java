package okno.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in Kafka binary mode: attributes as {@code ce_*} headers, data as the value. {@code sequence} is the
 * CloudEvents extension of that name, {@code traceparent} the one of distributed tracing.
 */
final class EventHeaders {

    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private EventHeaders() {}

    static void write(Headers headers, OutboxRow row, byte[] source) {
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", row.eventId().toString().getBytes(UTF_8));
        headers.add("ce_source", source);
        headers.add("ce_type", row.type().getBytes(UTF_8));
        headers.add("ce_subject", row.aggregateId().toString().getBytes(UTF_8));
        headers.add("ce_time", row.createdAt().toString().getBytes(UTF_8));
        headers.add("ce_sequence", Long.toString(row.version()).getBytes(UTF_8));
        headers.add("content-type", JSON);
        if (row.traceparent() != null) {
            headers.add("ce_traceparent", row.traceparent().getBytes(UTF_8));
        }
    }

    static EventEnvelope read(ConsumerRecord<?, ?> received) {
        Headers headers = received.headers();
        try {
            return new EventEnvelope(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_type"),
                    required(headers, "ce_source"),
                    required(headers, "ce_subject"),
                    Long.parseLong(required(headers, "ce_sequence")),
                    Instant.parse(required(headers, "ce_time")),
                    received.topic(),
                    received.value() instanceof byte[] value ? value : new byte[0]);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent("headers of " + received.topic() + " at " + received.offset(), e);
        }
    }

    static @Nullable String traceparent(ConsumerRecord<?, ?> received) {
        return value(received.headers(), "ce_traceparent");
    }

    private static String required(Headers headers, String name) {
        String value = value(headers, name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static @Nullable String value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
