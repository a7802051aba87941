package okno.notification.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import okno.notification.Channel;
import okno.notification.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that this instance has leased for one provider.
 *
 * @param notificationId the notification, or for a digest the digest
 * @param attempt number of this attempt, from 1
 * @param eventType what happened; null for a digest
 * @param template the notification's message; null for a digest
 * @param expectedSince from when its delay counts: the event, or the later time that the person allows
 * @param dueAt when it might leave at the earliest: at once, or after quiet hours
 * @param uncertainSince when it was first handed to this provider; an earlier attempt may have arrived when that is
 *     before this lease
 * @param leasedUntil when others may take it
 * @param repeated true when an earlier attempt may have arrived
 */
public record PendingDelivery(
        UUID notificationId,
        Channel channel,
        String personId,
        int attempt,
        @Nullable EventType eventType,
        @Nullable String template,
        Map<String, String> params,
        Instant expectedSince,
        Instant dueAt,
        Instant uncertainSince,
        Instant leasedUntil,
        boolean repeated) {

    /** What the provider knows it by; the same on every attempt. */
    public String id() {
        return notificationId + "." + channel.name().toLowerCase(Locale.ROOT);
    }
}
