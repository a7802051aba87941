package okno.notification.notice.messaging;

import java.util.Map;
import okno.notification.EventType;
import okno.notification.notice.NotifyPerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells people what happened to their organisations, rights, accounts, signatures and profile. */
@Component
class AccountEventsListener {

    private static final String CONSUMER = "notification.account-events";

    private static final Map<EventType, String> TEMPLATES = Map.of(
            EventType.ORGANISATION_LINKED, "organisation.linked",
            EventType.ORGANISATION_REJECTED, "organisation.rejected",
            EventType.ACTING_RIGHT_WITHDRAWN, "acting_right.withdrawn",
            EventType.ACCOUNT_LOCKED, "account.locked",
            EventType.SIGNATURE_CONFIRMED, "signature.confirmed",
            EventType.PROFILE_UPDATED, "profile.updated");

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;

    AccountEventsListener(Inbox inbox, NotifyPerson notifyPerson) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
    }

    /** All that is needed of these events: whom to tell. */
    record About(String personId) {}

    @KafkaListener(
            id = CONSUMER,
            topics = {
                "okno.org.organisation.v1",
                "okno.org.acting.v1",
                "okno.identity.account.v1",
                "okno.identity.signature.v1",
                "okno.identity.profile.v1"
            })
    void on(EventEnvelope event) {
        EventType.of(event.type()).ifPresent(type -> {
            String template = TEMPLATES.get(type);
            if (template != null) {
                inbox.once(CONSUMER, event, () -> tell(type, template, event));
            }
        });
    }

    private void tell(EventType type, String template, EventEnvelope event) {
        String personId = EventJson.read(event, About.class).personId();
        notifyPerson.handle(new NotifyPerson.Command(event.id(), type, personId, template, Map.of(), event.time()));
    }
}
