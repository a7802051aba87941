package okno.application.submission.messaging;

import java.util.UUID;
import okno.application.submission.ChargeDuty;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Charges made and paid; charges of nobody's application are not ours. */
@Component
class PaymentEventsListener {

    private static final String CONSUMER = "application.payment-events";

    private final Inbox inbox;
    private final ChargeDuty chargeDuty;

    PaymentEventsListener(Inbox inbox, ChargeDuty chargeDuty) {
        this.inbox = inbox;
        this.chargeDuty = chargeDuty;
    }

    @KafkaListener(id = CONSUMER, topics = "okno.payment.charge.v1")
    void on(EventEnvelope event) {
        switch (event.type()) {
            case "okno.charge.created.v1" -> {
                Charge charge = EventJson.read(event, Charge.class);
                inbox.once(
                        CONSUMER,
                        event,
                        () -> chargeDuty.handle(new ChargeDuty.Created(charge.applicationId, charge.uin)));
            }
            case "okno.charge.paid.v1" -> {
                Charge charge = EventJson.read(event, Charge.class);
                inbox.once(
                        CONSUMER,
                        event,
                        () -> chargeDuty.handle(new ChargeDuty.Paid(charge.applicationId, charge.uin)));
            }
            default -> {
                // Charges have other events, too; only these two move an application.
            }
        }
    }

    /** What we read of a charge. */
    record Charge(UUID applicationId, String uin) {}
}
