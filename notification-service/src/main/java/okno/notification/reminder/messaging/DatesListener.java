package okno.notification.reminder.messaging;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import okno.notification.Params;
import okno.notification.reminder.Matter;
import okno.notification.reminder.PlanReminders;
import okno.platform.core.Money;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Learns dates, and that matters are settled. */
@Component
class DatesListener {

    private static final String CONSUMER = "notification.dates";
    private static final Set<String> FINAL = Set.of("APPROVED", "REJECTED", "COMPLETED", "WITHDRAWN");

    private final Inbox inbox;
    private final PlanReminders planReminders;

    DatesListener(Inbox inbox, PlanReminders planReminders) {
        this.inbox = inbox;
        this.planReminders = planReminders;
    }

    /** The part of submitted and status_changed that matters here. */
    record Application(
            UUID applicationId,
            @Nullable String number,
            String serviceCode,
            String personId,
            String status,
            @Nullable LocalDate expectedCompletionDate) {}

    /** The part of created and paid. */
    record Charge(
            UUID chargeId,
            String uin,
            UUID applicationId,
            String personId,
            Money amount,
            @Nullable LocalDate dueDate) {}

    /** The part of issued and ended. */
    record Document(
            UUID documentId,
            String personId,
            String kind,
            @Nullable LocalDate validUntil) {}

    @KafkaListener(
            id = CONSUMER,
            topics = {"okno.application.application.v1", "okno.payment.charge.v1", "okno.registry.document.v1"})
    void on(EventEnvelope event) {
        switch (event.type()) {
            case "okno.application.submitted.v1", "okno.application.status_changed.v1" ->
                inbox.once(CONSUMER, event, () -> application(EventJson.read(event, Application.class)));
            case "okno.charge.created.v1", "okno.charge.paid.v1", "okno.charge.cancelled.v1" ->
                inbox.once(CONSUMER, event, () -> charge(event));
            case "okno.document.issued.v1", "okno.document.ended.v1" ->
                inbox.once(CONSUMER, event, () -> document(event));
            default -> {
                // Brings no date.
            }
        }
    }

    private void application(Application application) {
        LocalDate due = application.expectedCompletionDate();
        String subject = application.applicationId().toString();
        if (due == null || FINAL.contains(application.status())) {
            planReminders.settled(Matter.APPLICATION, subject);
            return;
        }
        var params = new Params()
                .with("applicationId", subject)
                .with("number", application.number())
                .with("serviceCode", application.serviceCode())
                .with("dueDate", due);
        planReminders.handle(
                new PlanReminders.Command(Matter.APPLICATION, subject, application.personId(), due, params.values()));
    }

    private void charge(EventEnvelope event) {
        if (!event.type().equals("okno.charge.created.v1")) {
            planReminders.settled(Matter.CHARGE, event.subject());
            return;
        }
        var charge = EventJson.read(event, Charge.class);
        LocalDate due = charge.dueDate();
        if (due != null) {
            var params = new Params()
                    .with("applicationId", charge.applicationId())
                    .with("uin", charge.uin())
                    .with("amount", charge.amount().amount())
                    .with("currency", charge.amount().currency())
                    .with("dueDate", due);
            planReminders.handle(new PlanReminders.Command(
                    Matter.CHARGE, charge.chargeId().toString(), charge.personId(), due, params.values()));
        }
    }

    private void document(EventEnvelope event) {
        var document = EventJson.read(event, Document.class);
        LocalDate due = document.validUntil();
        String subject = document.documentId().toString();
        if (due == null || event.type().equals("okno.document.ended.v1")) {
            planReminders.settled(Matter.DOCUMENT, subject);
            return;
        }
        var params = new Params().with("kind", document.kind()).with("dueDate", due);
        planReminders.handle(
                new PlanReminders.Command(Matter.DOCUMENT, subject, document.personId(), due, params.values()));
    }
}
