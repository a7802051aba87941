package okno.notification.notice.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

/**
 * Tells applicants of every step of their applications and of files that were rejected, and officers of what they are to
 * do. A wish for payment is told when its charge exists.
 */
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

    /** The part of submitted, status_changed, file_rejected, of an expiring draft and of an appeal's events that a message needs. */
    record Changed(
            UUID applicationId,
            @Nullable String number,
            String serviceCode,
            String personId,
            @Nullable String status,
            @Nullable LocalDate expectedCompletionDate,
            @Nullable LocalDate keptUntil,
            @Nullable List<PassportNotice> notices) {}

    /** All that is needed of a rejected document: whom to tell. */
    record Kept(String personId) {}

    /** The part of assigned, document_shared and deadline_escalated that an officer's message needs. */
    record Work(
            UUID applicationId,
            @Nullable String number,
            String serviceCode,
            @Nullable String assignee,
            @Nullable List<String> leads,
            @Nullable Boolean taken,
            @Nullable String level,
            @Nullable LocalDate expectedCompletionDate) {}

    /** The part of a corrective action's events that an officer's message needs. */
    record Corrective(
            String number,
            String serviceCode,
            @Nullable String assignee,
            List<String> leads,
            @Nullable String level,
            LocalDate dueOn) {}

    /** The part of message_sent that its reader's message needs. */
    record Written(
            UUID applicationId,
            @Nullable String number,
            String serviceCode,
            String personId,
            @Nullable String assignee,
            String sentBy) {}

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
        return EventType.of(event.type())
                .map(type -> switch (type) {
                    case APPLICATION_ASSIGNED, APPLICATION_ESCALATED, APPLICATION_DOCUMENT_SHARED ->
                        officers(type, event);
                    case CORRECTIVE_OPENED, CORRECTIVE_ESCALATED -> corrective(type, event);
                    case DOCUMENT_REJECTED -> List.of(owner(type, event));
                    case APPLICATION_MESSAGE_SENT -> message(type, event);
                    default -> List.of(applicants(type, event));
                })
                .orElse(List.of());
    }

    private static NotifyPerson.Command applicants(EventType type, EventEnvelope event) {
        var changed = EventJson.read(event, Changed.class);
        return command(event, type, changed, message(type, changed.status()));
    }

    /** Who took it knows; what nobody works on is told to who leads the unit. */
    private static List<NotifyPerson.Command> officers(EventType type, EventEnvelope event) {
        var work = EventJson.read(event, Work.class);
        if (Boolean.TRUE.equals(work.taken())) {
            return List.of();
        }
        String word =
                switch (type) {
                    case APPLICATION_ASSIGNED -> "assigned";
                    case APPLICATION_DOCUMENT_SHARED -> "document";
                    default -> Objects.requireNonNull(work.level()).toLowerCase(Locale.ROOT);
                };
        String message = (work.assignee() == null ? "lead." : "officer.") + word;
        return readers(work.assignee(), work.leads()).stream()
                .map(reader -> new Changed(
                        work.applicationId(),
                        work.number(),
                        work.serviceCode(),
                        reader,
                        null,
                        work.expectedCompletionDate(),
                        null,
                        null))
                .map(changed -> command(event, type, changed, message))
                .toList();
    }

    private static List<NotifyPerson.Command> corrective(EventType type, EventEnvelope event) {
        var action = EventJson.read(event, Corrective.class);
        String word = action.level() == null ? "opened" : action.level().equals("PAST") ? "past" : "due";
        var params = new Params()
                .with("number", action.number())
                .with("serviceCode", action.serviceCode())
                .with("expectedCompletionDate", action.dueOn());
        return readers(action.assignee(), action.leads()).stream()
                .map(reader -> new NotifyPerson.Command(
                        event.id(), type, reader, "corrective." + word, params.values(), event.time()))
                .toList();
    }

    private static List<String> readers(@Nullable String assignee, @Nullable List<String> leads) {
        return assignee != null ? List.of(assignee) : leads == null ? List.of() : leads;
    }

    private static NotifyPerson.Command owner(EventType type, EventEnvelope event) {
        String personId = EventJson.read(event, Kept.class).personId();
        return new NotifyPerson.Command(event.id(), type, personId, "document.rejected", Map.of(), event.time());
    }

    private static List<NotifyPerson.Command> message(EventType type, EventEnvelope event) {
        var written = EventJson.read(event, Written.class);
        boolean toApplicant = written.sentBy().equals("AGENCY");
        return Optional.ofNullable(toApplicant ? written.personId() : written.assignee())
                .map(reader -> {
                    var changed = new Changed(
                            written.applicationId(),
                            written.number(),
                            written.serviceCode(),
                            reader,
                            null,
                            null,
                            null,
                            null);
                    return command(event, type, changed, toApplicant ? "application.message" : "officer.message");
                })
                .stream()
                .toList();
    }

    /** A rejected file and a draft are told without a status. */
    private static String message(EventType type, @Nullable String status) {
        if (type == EventType.APPLICATION_FILE_REJECTED) {
            return "application.file_rejected";
        }
        if (type == EventType.DRAFT_EXPIRING) {
            return "application.draft_expiring";
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
                .with("expectedCompletionDate", changed.expectedCompletionDate())
                .with("dueDate", changed.keptUntil());
        if (changed.notices() != null) {
            changed.notices().forEach(notice -> notice.addTo(params));
        }
        return new NotifyPerson.Command(event.id(), type, changed.personId(), message, params.values(), event.time());
    }
}
