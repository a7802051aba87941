package okno.notification.notice.messaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import okno.notification.EventType;
import okno.notification.notice.NotifyPerson;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.messaging.Inbox;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Tells people what happened to their organisations, rights, accounts, signatures and profile. */
@Component
class AccountEventsListener {

    private static final String CONSUMER = "notification.account-events";

    private static final List<String> LEVELS = List.of("simplified", "standard", "confirmed");
    private static final String LOCKED_WATCH = "account.locked_watch";

    private final Inbox inbox;
    private final NotifyPerson notifyPerson;
    private final WatchProperties watch;

    AccountEventsListener(Inbox inbox, NotifyPerson notifyPerson, WatchProperties watch) {
        this.inbox = inbox;
        this.notifyPerson = notifyPerson;
        this.watch = watch;
    }

    /** All that is needed of these events: whom to tell, and of which kind it is. */
    record About(
            String personId,
            @Nullable String from,
            @Nullable String to,
            @Nullable String contact,
            @Nullable String rule) {}

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
            About about = EventJson.read(event, About.class);
            String template = template(type, about);
            if (template != null) {
                inbox.once(CONSUMER, event, () -> tell(type, template, about.personId(), event));
            }
        });
    }

    private static @Nullable String template(EventType type, About about) {
        return switch (type) {
            case ORGANISATION_LINKED -> "organisation.linked";
            case ORGANISATION_REJECTED -> "organisation.rejected";
            case ACTING_RIGHT_WITHDRAWN -> "acting_right.withdrawn";
            case ACCOUNT_LOCKED -> "account.locked";
            case PASSWORD_RESET -> "account.password_reset";
            case ACCOUNT_OPENED -> "account.opened";
            case SIGNATURE_CONFIRMED -> "signature.confirmed";
            case PROFILE_UPDATED -> "profile.updated";
            case ASSURANCE_CHANGED ->
                LEVELS.indexOf(about.to()) > LEVELS.indexOf(about.from()) ? "assurance.raised" : "assurance.lowered";
            case CONTACT_CHANGE_REQUESTED ->
                "EMAIL".equals(about.contact()) ? "contact.email_change" : "contact.phone_change";
            case ANOMALY_FOUND ->
                about.rule() == null ? null : "anomaly." + about.rule().toLowerCase(Locale.ROOT);
            default -> null;
        };
    }

    private void tell(EventType type, String template, String personId, EventEnvelope event) {
        notifyPerson.handle(new NotifyPerson.Command(event.id(), type, personId, template, Map.of(), event.time()));
        if (type == EventType.ACCOUNT_LOCKED) {
            tellAdministrators(personId, event);
        }
    }

    /** Not of their own accounts: they are told of these as everybody is. */
    private void tellAdministrators(String locked, EventEnvelope event) {
        notifyPerson.handle(watch.administrators().stream()
                .filter(administrator -> !administrator.equals(locked))
                .map(administrator -> new NotifyPerson.Command(
                        event.id(),
                        EventType.ACCOUNT_LOCKED,
                        administrator,
                        LOCKED_WATCH,
                        Map.of("personId", locked),
                        event.time()))
                .toList());
    }
}
