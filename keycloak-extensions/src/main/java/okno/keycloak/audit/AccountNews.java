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

    private AccountNews() {}

    /** Contracts {@code contracts/events/account-phone-confirmed.v1} and {@code account-locked.v1}. */
    record Content(String personId, String occurredAt) {}

    static Optional<Message> of(Event event, String person) {
        return switch (event.getType()) {
            case UPDATE_CREDENTIAL ->
                isPhone(event) ? Optional.of(message(event, person, PHONE_CONFIRMED)) : Optional.empty();
            case USER_DISABLED_BY_TEMPORARY_LOCKOUT -> Optional.of(message(event, person, LOCKED));
            default -> Optional.empty();
        };
    }

    private static boolean isPhone(Event event) {
        Map<String, String> details = event.getDetails();
        return details != null && PHONE.equals(details.get(CONFIRMED));
    }

    private static Message message(Event event, String person, String type) {
        UUID id = UUID.nameUUIDFromBytes((type + ":" + event.getId()).getBytes(UTF_8));
        String at = Instant.ofEpochMilli(event.getTime()).toString();
        return Message.of(TOPIC, type, id, UUID.fromString(person), event.getTime(), new Content(person, at));
    }
}
