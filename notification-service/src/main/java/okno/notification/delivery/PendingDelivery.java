package okno.notification.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import okno.notification.Channel;

/**
 * A delivery that this instance has leased.
 *
 * @param attempt number of this attempt, from 1
 * @param template the notification's message
 */
public record PendingDelivery(
        UUID notificationId,
        Channel channel,
        String personId,
        int attempt,
        String template,
        Map<String, String> params,
        Instant occurredAt,
        Instant createdAt) {

    /** What the provider knows it by; the same on every attempt. */
    public String id() {
        return notificationId + "." + channel.name().toLowerCase(Locale.ROOT);
    }
}
