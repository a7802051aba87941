package okno.webhook.delivery.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is to be sent, with what is sent.
 *
 * @param subject what it is about; an ordered endpoint hears of one subject's events one after another
 * @param step how many attempts of the retry schedule were made; 0 unless it failed for reasons of its own
 * @param attempts how many attempts were made in all
 * @param failedAt its first failure for reasons of its own
 */
public record PendingDelivery(
        UUID endpointId,
        UUID id,
        UUID eventId,
        UUID subject,
        int step,
        int attempts,
        @Nullable Instant failedAt,
        Instant createdAt,
        String type,
        Instant occurredAt,
        byte[] body) {

    /** The same after one more attempt that said nothing about it. */
    public PendingDelivery attempted() {
        return new PendingDelivery(
                endpointId, id, eventId, subject, step, attempts + 1, failedAt, createdAt, type, occurredAt, body);
    }
}
