package okno.notification.notice.messaging;

import java.time.LocalDate;
import java.util.UUID;
import okno.notification.EventType;
import okno.notification.Params;
import okno.notification.notice.NotifyPerson;
import okno.platform.core.Money;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells payers what they owe, that it is paid, that it is owed back, and that it has been paid back. */
@Component
class ChargeEventsListener {

    private static final String CONSUMER = "notification.charge-events";

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;

    ChargeEventsListener(Inbox inbox, NotifyPerson notifyPerson) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
    }

    /** The part of created, paid and of a refund that a message needs. */
    record Charge(
            String uin,
            UUID applicationId,
            String personId,
            Money amount,
            @Nullable LocalDate dueDate,
            @Nullable LocalDate paidOn) {}

    @KafkaListener(id = CONSUMER, topics = "okno.payment.charge.v1")
    void on(EventEnvelope event) {
        EventType.of(event.type()).ifPresent(type -> inbox.once(CONSUMER, event, () -> tell(type, event)));
    }

    private void tell(EventType type, EventEnvelope event) {
        var charge = EventJson.read(event, Charge.class);
        var params = new Params()
                .with("uin", charge.uin())
                .with("applicationId", charge.applicationId())
                .with("amount", charge.amount().amount())
                .with("currency", charge.amount().currency())
                .with("dueDate", charge.dueDate())
                .with("paidDate", charge.paidOn());
        notifyPerson.handle(new NotifyPerson.Command(
                event.id(), type, charge.personId(), template(type), params.values(), event.time()));
    }

    private static String template(EventType type) {
        return switch (type) {
            case CHARGE_PAID -> "charge.paid";
            case REFUND_STARTED -> "refund.started";
            case REFUND_PAID -> "refund.paid";
            default -> "charge.created";
        };
    }
}
