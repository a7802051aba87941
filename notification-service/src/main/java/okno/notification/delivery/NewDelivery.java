package okno.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import okno.notification.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to add.
 *
 * @param id the notification's id, or a digest's
 * @param urgent whether it leaves before all others
 * @param state PENDING, DIGEST when it waits for a digest, FAILED when it will not be attempted
 * @param digestId the digest it waits for
 */
public record NewDelivery(
        UUID id,
        Channel channel,
        String personId,
        boolean urgent,
        Instant occurredAt,
        String state,
        @Nullable String reason,
        Instant dueAt,
        @Nullable UUID digestId) {

    NewDelivery never(String because) {
        return new NewDelivery(id, channel, personId, urgent, occurredAt, "FAILED", because, dueAt, null);
    }
}
