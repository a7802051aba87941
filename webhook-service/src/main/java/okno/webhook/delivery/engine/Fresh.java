package okno.webhook.delivery.engine;

import java.time.Instant;
import java.util.UUID;
import okno.webhook.delivery.domain.FrozenEvent;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.delivery.persistence.FannedEvents.MadeDelivery;
import org.jspecify.annotations.Nullable;

/**
 * A delivery made by this process just now, so that it need not be read again.
 *
 * @param endpointChangedAt as the fan-out saw the endpoint
 * @param delivery null when its body is not at hand
 */
public record Fresh(
        UUID endpointId,
        Instant endpointChangedAt,
        @Nullable PendingDelivery delivery) {

    public static Fresh of(MadeDelivery made, @Nullable FrozenEvent event, Instant now) {
        PendingDelivery delivery = event == null
                ? null
                : new PendingDelivery(
                        made.endpointId(),
                        made.id(),
                        event.id(),
                        event.applicationId(),
                        0,
                        0,
                        null,
                        now,
                        event.type(),
                        event.occurredAt(),
                        event.body());
        return new Fresh(made.endpointId(), made.endpointChangedAt(), delivery);
    }
}
