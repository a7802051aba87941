package okno.keycloak.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.events.Event;

/** What others must know of an account at once: a confirmed phone for identity-service, a lock for the person. */
public final class AccountNews {

    /** Detail of the event {@code UPDATE_CREDENTIAL} that says what was confirmed. */
    public static final String CONFIRMED = "okno_confirmed";

    public static final String PHONE = "phone";

    private static final String TOPIC = "okno.identity.account.v1";
    private static final String PHONE_CONFIRMED = "okno.account.phone_confirmed.v1";
    private static final String LOCKED = "okno.account.locked.v1";
    private static final String LOGGED_IN = "okno.account.logged_in.v1";
    private static final String LOG_IN_FAILED = "okno.account.log_in_failed.v1";

    private AccountNews() {}

    /** Contracts {@code contracts/events/account-phone-confirmed.v1} and {@code account-locked.v1}. */
    record Content(String personId, String occurredAt) {}

    /**
     * Contracts {@code account-logged-in.v1} and {@code account-log-in-failed.v1}. From where and with what is not told:
     * identity-service asks for it, by the event's id.
     */
    record LogIn(String personId, String eventId, String occurredAt) {}

    static Optional<Message> of(Event event, String person) {
        return switch (event.getType()) {
            case UPDATE_CREDENTIAL ->
                isPhone(event) ? Optional.of(message(event, person, PHONE_CONFIRMED)) : Optional.empty();
            case LOGIN -> Optional.of(logIn(event, person, LOGGED_IN));
            case LOGIN_ERROR -> Optional.of(logIn(event, person, LOG_IN_FAILED));
            case USER_DISABLED_BY_TEMPORARY_LOCKOUT -> Optional.of(message(event, person, LOCKED));
            default -> Optional.empty();
        };
    }

    private static boolean isPhone(Event event) {
        Map<String, String> details = event.getDetails();
        return details != null && PHONE.equals(details.get(CONFIRMED));
    }

    private static Message logIn(Event event, String person, String type) {
        String at = Instant.ofEpochMilli(event.getTime()).toString();
        return message(event, person, type, new LogIn(person, event.getId(), at));
    }

    private static Message message(Event event, String person, String type) {
        String at = Instant.ofEpochMilli(event.getTime()).toString();
        return message(event, person, type, new Content(person, at));
    }

    private static Message message(Event event, String person, String type, Object content) {
        UUID id = UUID.nameUUIDFromBytes((type + ":" + event.getId()).getBytes(UTF_8));
        return Message.of(TOPIC, type, id, UUID.fromString(person), event.getTime(), content);
    }
}
