package okno.notification.reminder.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import okno.notification.EventBatch;
import okno.notification.Params;
import okno.notification.reminder.Matter;
import okno.notification.reminder.PlanReminders;
import okno.platform.core.Money;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Learns dates, and that matters are settled. */
@Component
class DatesListener {

    private static final String CONSUMER = "notification.dates";
    private static final Set<String> FINAL = Set.of("APPROVED", "REJECTED", "COMPLETED", "WITHDRAWN", "CANCELLED");

    private final PlanReminders planReminders;

    DatesListener(PlanReminders planReminders) {
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
            @Nullable LocalDate validUntil,
            @Nullable Title title) {}

    /** What people call a document; null: by its kind. */
    record Title(String ru, String en) {}

    /** No inbox row is needed: planning the same again changes nothing, and what is done stays done. */
    @KafkaListener(
            id = CONSUMER,
            topics = {
                "okno.application.application.v1",
                "okno.application.document.v1",
                "okno.payment.charge.v1",
                "okno.registry.document.v1"
            },
            batch = "true",
            properties = {EventBatch.RECORDS, EventBatch.BYTES, EventBatch.WAIT})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        EventBatch.handle(batch, DatesListener::dates, planReminders::handle);
    }

    private static List<PlanReminders.Command> dates(EventEnvelope event) {
        return switch (event.type()) {
            case "okno.application.submitted.v1", "okno.application.status_changed.v1" ->
                List.of(application(EventJson.read(event, Application.class)));
            case "okno.charge.created.v1" -> List.of(charge(EventJson.read(event, Charge.class), false));
            case "okno.charge.paid.v1" -> List.of(charge(EventJson.read(event, Charge.class), true));
            case "okno.document.issued.v1" -> List.of(document(EventJson.read(event, Document.class), false));
            case "okno.document.ended.v1" -> List.of(document(EventJson.read(event, Document.class), true));
            default -> List.of();
        };
    }

    private static PlanReminders.Command application(Application application) {
        String subject = application.applicationId().toString();
        LocalDate due = FINAL.contains(application.status()) ? null : application.expectedCompletionDate();
        var params = new Params()
                .with("applicationId", subject)
                .with("number", application.number())
                .with("serviceCode", application.serviceCode())
                .with("dueDate", due);
        return new PlanReminders.Command(Matter.APPLICATION, subject, application.personId(), due, params.values());
    }

    private static PlanReminders.Command charge(Charge charge, boolean settled) {
        LocalDate due = settled ? null : charge.dueDate();
        var params = new Params()
                .with("applicationId", charge.applicationId())
                .with("uin", charge.uin())
                .with("amount", charge.amount().amount())
                .with("currency", charge.amount().currency())
                .with("dueDate", due);
        return new PlanReminders.Command(
                Matter.CHARGE, charge.chargeId().toString(), charge.personId(), due, params.values());
    }

    private static PlanReminders.Command document(Document document, boolean ended) {
        LocalDate due = ended ? null : document.validUntil();
        Title title = document.title();
        var params = new Params()
                .with("kind", document.kind())
                .with("titleRu", title == null ? null : title.ru())
                .with("titleEn", title == null ? null : title.en())
                .with("dueDate", due);
        return new PlanReminders.Command(
                Matter.DOCUMENT, document.documentId().toString(), document.personId(), due, params.values());
    }
}
