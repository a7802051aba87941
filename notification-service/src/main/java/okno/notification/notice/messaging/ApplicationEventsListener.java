package okno.notification.notice.messaging;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import okno.notification.EventType;
import okno.notification.Params;
import okno.notification.notice.NotifyPerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells applicants of every step of their applications. A wish for payment is told when its charge exists. */
@Component
class ApplicationEventsListener {

    private static final String CONSUMER = "notification.application-events";

    /** Statuses with words of their own; one that comes later is told in general words until it has them. */
    private static final Set<String> KNOWN = Set.of(
            "SUBMITTED", "RECEIVED", "IN_REVIEW", "INFO_REQUESTED", "APPROVED", "REJECTED", "COMPLETED", "WITHDRAWN");

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;

    ApplicationEventsListener(Inbox inbox, NotifyPerson notifyPerson) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
    }

    /** The part of submitted and status_changed that a message needs. */
    record Changed(
            UUID applicationId,
            @Nullable String number,
            String serviceCode,
            String personId,
            String status,
            @Nullable LocalDate expectedCompletionDate) {}

    @KafkaListener(id = CONSUMER, topics = "okno.application.application.v1")
    void on(EventEnvelope event) {
        EventType.of(event.type()).ifPresent(type -> inbox.once(CONSUMER, event, () -> tell(type, event)));
    }

    private void tell(EventType type, EventEnvelope event) {
        var changed = EventJson.read(event, Changed.class);
        String word = KNOWN.contains(changed.status()) ? changed.status().toLowerCase(Locale.ROOT) : "changed";
        var params = new Params()
                .with("applicationId", changed.applicationId())
                .with("number", changed.number())
                .with("serviceCode", changed.serviceCode())
                .with("expectedCompletionDate", changed.expectedCompletionDate());
        notifyPerson.handle(new NotifyPerson.Command(
                event.id(), type, changed.personId(), "application." + word, params.values(), event.time()));
    }
}
