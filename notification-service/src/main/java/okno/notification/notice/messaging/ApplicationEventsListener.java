package okno.notification.notice.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import okno.notification.EventBatch;
import okno.notification.EventType;
import okno.notification.Params;
import okno.notification.notice.NotifyPerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells applicants of every step of their applications and of files that were rejected. A wish for payment is told when its charge exists. */
@Component
class ApplicationEventsListener {

    private static final String CONSUMER = "notification.application-events";

    /** Statuses with words of their own; one that comes later is told in general words until it has them. */
    private static final Set<String> KNOWN = Set.of(
            "SUBMITTED",
            "RECEIVED",
            "IN_REVIEW",
            "INFO_REQUESTED",
            "CORRECTION_REQUIRED",
            "APPROVED",
            "REJECTED",
            "COMPLETED",
            "WITHDRAWN",
            "CANCELLED");

    private final NotifyPerson notifyPerson;

    ApplicationEventsListener(NotifyPerson notifyPerson) {
        this.notifyPerson = notifyPerson;
    }

    /** The part of submitted, status_changed, file_rejected and of an appeal's events that a message needs. */
    record Changed(
            UUID applicationId,
            @Nullable String number,
            String serviceCode,
            String personId,
            @Nullable String status,
            @Nullable LocalDate expectedCompletionDate) {}

    /** No inbox row is needed: a person is told of an event once, however often it comes. */
    @KafkaListener(
            id = CONSUMER,
            topics = "okno.application.application.v1",
            batch = "true",
            properties = {EventBatch.RECORDS, EventBatch.BYTES, EventBatch.WAIT})
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        EventBatch.handle(batch, ApplicationEventsListener::notices, notifyPerson::handle);
    }

    private static List<NotifyPerson.Command> notices(EventEnvelope event) {
        return EventType.of(event.type()).map(type -> notice(type, event)).stream()
                .toList();
    }

    private static NotifyPerson.Command notice(EventType type, EventEnvelope event) {
        var changed = EventJson.read(event, Changed.class);
        return command(event, type, changed, message(type, changed.status()));
    }

    /** A rejected file is told without a status. */
    private static String message(EventType type, @Nullable String status) {
        if (type == EventType.APPLICATION_FILE_REJECTED) {
            return "application.file_rejected";
        }
        String word = status == null ? "changed" : status.toLowerCase(Locale.ROOT);
        if (type == EventType.APPEAL_REGISTERED || type == EventType.APPEAL_DECIDED) {
            return "appeal." + word;
        }
        return "application." + (status != null && KNOWN.contains(status) ? word : "changed");
    }

    private static NotifyPerson.Command command(EventEnvelope event, EventType type, Changed changed, String message) {
        var params = new Params()
                .with("applicationId", changed.applicationId())
                .with("number", changed.number())
                .with("serviceCode", changed.serviceCode())
                .with("expectedCompletionDate", changed.expectedCompletionDate());
        return new NotifyPerson.Command(event.id(), type, changed.personId(), message, params.values(), event.time());
    }
}
