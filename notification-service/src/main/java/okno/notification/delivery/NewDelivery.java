package okno.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import okno.notification.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to add.
 *
 * @param id the notification's id, or a digest's
 * @param state PENDING, DIGEST when it waits for a digest, FAILED when it will not be attempted
 * @param digestId the digest it waits for
 */
public record NewDelivery(
        UUID id,
        Channel channel,
        String state,
        @Nullable String reason,
        Instant dueAt,
        @Nullable UUID digestId) {

    static NewDelivery at(UUID id, Channel channel, Instant due) {
        return new NewDelivery(id, channel, "PENDING", null, due, null);
    }

    static NewDelivery inDigest(UUID id, Channel channel, Instant due, UUID digestId) {
        return new NewDelivery(id, channel, "DIGEST", null, due, digestId);
    }

    static NewDelivery never(UUID id, Channel channel, String reason, Instant now) {
        return new NewDelivery(id, channel, "FAILED", reason, now, null);
    }
}
