package okno.notification.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import okno.notification.NotificationAdded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Times the inbox as the channels are timed: from the event until it can be read. */
@Component
class InboxDelay {

    private final Timer delivered;
    private final Clock clock;

    InboxDelay(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.delivered = Timer.builder("okno.notification.delivery")
                .tag("channel", "INBOX")
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(meters);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(NotificationAdded added) {
        delivered.record(Duration.between(added.occurredAt(), clock.instant()));
    }
}
