package okno.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import okno.notification.Channel;
import okno.notification.delivery.persistence.Deliveries;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds a delivery for each channel, within the transaction that adds the notification. */
@Service
public class ScheduleDeliveries {

    private final Deliveries deliveries;
    private final Clock clock;

    ScheduleDeliveries(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The notification, whom it is for, and when its event happened. */
    public record Command(UUID notificationId, String personId, Set<Channel> channels, Instant occurredAt) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Command command) {
        Instant now = clock.instant();
        command.channels()
                .forEach(channel -> deliveries.insert(
                        command.notificationId(), channel, command.personId(), command.occurredAt(), now));
    }
}
