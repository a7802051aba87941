package okno.payment.charge.messaging;

import java.util.Set;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.charge.CancelCharge;
import okno.payment.charge.CreateCharge;
import okno.platform.core.Money;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Charges what applications ask for, and cancels what one that was withdrawn or cancelled no longer needs. */
@Component
class ApplicationEventsListener {

    /** What ends an application whose duty may still be open. */
    private static final Set<String> ENDED_UNPAID = Set.of("WITHDRAWN", "CANCELLED");

    private static final String CONSUMER = "payment.application-events";

    private final Inbox inbox;
    private final CreateCharge createCharge;
    private final CancelCharge cancelCharge;

    ApplicationEventsListener(Inbox inbox, CreateCharge createCharge, CancelCharge cancelCharge) {
        this.inbox = inbox;
        this.createCharge = createCharge;
        this.cancelCharge = cancelCharge;
    }

    /** The part of {@code okno.application.payment_requested.v1} that a charge needs. */
    record PaymentRequested(
            UUID applicationId,
            String serviceCode,
            String personId,
            @Nullable UUID orgId,
            Money amount,
            String purpose) {}

    /** The part of {@code okno.application.status_changed.v1} that matters to a charge. */
    record StatusChanged(UUID applicationId, String status) {}

    @KafkaListener(id = CONSUMER, topics = "okno.application.application.v1")
    void on(EventEnvelope event) {
        switch (event.type()) {
            case "okno.application.payment_requested.v1" -> inbox.once(CONSUMER, event, () -> charge(event));
            case "okno.application.status_changed.v1" -> {
                var changed = EventJson.read(event, StatusChanged.class);
                if (ENDED_UNPAID.contains(changed.status())) {
                    inbox.once(
                            CONSUMER,
                            event,
                            () -> cancelCharge.handle(new CancelCharge.Command(changed.applicationId())));
                }
            }
            default -> {
                // Nothing else about an application is about money.
            }
        }
    }

    private void charge(EventEnvelope event) {
        var requested = EventJson.read(event, PaymentRequested.class);
        createCharge.handle(new CreateCharge.Command(
                requested.applicationId(),
                requested.serviceCode(),
                requested.purpose(),
                new Payer(requested.personId(), requested.orgId()),
                requested.amount()));
    }
}
