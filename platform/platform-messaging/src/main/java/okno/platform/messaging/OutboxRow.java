package okno.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the outbox as the relay reads it. */
record OutboxRow(
        long id,
        UUID eventId,
        String topic,
        String type,
        UUID aggregateId,
        long version,
        @Nullable String traceparent,
        byte[] payload,
        Instant createdAt) {}
