package okno.payment.refund.messaging;

import java.util.UUID;
import okno.payment.refund.StartRefund;
import okno.payment.refund.domain.Refund;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Starts the refund of what was paid for nothing. A word about a charge that was never paid goes to the dead letters. */
@Component
class RefundDueListener {

    private static final String CONSUMER = "payment.refund-due";
    private static final String TYPE = "okno.application.refund_due.v1";

    private final Inbox inbox;
    private final StartRefund startRefund;

    RefundDueListener(Inbox inbox, StartRefund startRefund) {
        this.inbox = inbox;
        this.startRefund = startRefund;
    }

    /** The part of {@code okno.application.refund_due.v1} that a refund needs. */
    record RefundDue(UUID applicationId, Refund.Ground ground) {}

    @KafkaListener(id = CONSUMER, topics = "okno.application.application.v1")
    void on(EventEnvelope event) {
        if (event.type().equals(TYPE)) {
            var due = EventJson.read(event, RefundDue.class);
            inbox.once(
                    CONSUMER,
                    event,
                    () -> startRefund.handle(new StartRefund.Command(due.applicationId(), due.ground())));
        }
    }
}
