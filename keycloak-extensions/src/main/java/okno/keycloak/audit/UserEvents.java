package okno.keycloak.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

/**
 * What the journal is told of people's own deeds at Keycloak. Of an event only ids are read: its details hold user
 * names, addresses and devices. Attempts on unknown accounts stay in Keycloak's own store: there is no person to tell.
 */
final class UserEvents {

    private static final String BASIS = "152-FZ art. 19";

    private UserEvents() {}

    static List<Message> of(Event event) {
        String person = event.getUserId();
        Deed deed = person == null ? null : deed(event, person);
        if (person == null || deed == null) {
            return List.of();
        }
        List<Message> messages = new ArrayList<>();
        UUID id = UUID.fromString(event.getId());
        boolean bySystem = isLockout(event.getType());
        var entry = new AuditRecorded(
                bySystem ? "keycloak" : person,
                bySystem ? AuditRecorded.SYSTEM : AuditRecorded.PERSON,
                null,
                deed.action(),
                deed.objectType(),
                deed.objectId(),
                person,
                BASIS,
                event.getError() == null ? "DONE" : "REFUSED",
                null);
        messages.add(Message.of(AuditRecorded.TOPIC, AuditRecorded.TYPE, id, id, event.getTime(), entry));
        if (event.getType() == EventType.LOGOUT && event.getSessionId() != null) {
            messages.add(ended(event, event.getSessionId(), person));
        }
        AccountNews.of(event, person).ifPresent(messages::add);
        return messages;
    }

    private record Deed(String action, String objectType, String objectId) {}

    private static @Nullable Deed deed(Event event, String person) {
        String session = event.getSessionId() == null ? "unknown" : event.getSessionId();
        return switch (event.getType()) {
            case LOGIN -> new Deed("session.started", "session", session);
            case LOGIN_ERROR -> new Deed("session.refused", "account", person);
            case LOGOUT -> new Deed("session.ended", "session", session);
            case REGISTER -> new Deed("account.registered", "account", person);
            case DELETE_ACCOUNT -> new Deed("account.deleted", "account", person);
            case UPDATE_PROFILE -> new Deed("account.changed", "account", person);
            case UPDATE_EMAIL -> new Deed("email.changed", "account", person);
            case VERIFY_EMAIL -> new Deed("email.confirmed", "account", person);
            case SEND_RESET_PASSWORD -> new Deed("recovery.asked", "account", person);
            case RESET_PASSWORD -> new Deed("recovery.done", "account", person);
            case UPDATE_CREDENTIAL -> new Deed("credential.changed", "credential", credential(event));
            case UPDATE_CREDENTIAL_ERROR -> new Deed("credential.refused", "credential", credential(event));
            case REMOVE_CREDENTIAL -> new Deed("credential.removed", "credential", credential(event));
            case USER_DISABLED_BY_TEMPORARY_LOCKOUT, USER_DISABLED_BY_PERMANENT_LOCKOUT ->
                new Deed("account.locked", "account", person);
            default -> null;
        };
    }

    private static boolean isLockout(EventType type) {
        return type == EventType.USER_DISABLED_BY_TEMPORARY_LOCKOUT
                || type == EventType.USER_DISABLED_BY_PERMANENT_LOCKOUT;
    }

    /** The kind, such as {@code otp}. */
    private static String credential(Event event) {
        Map<String, String> details = event.getDetails();
        String type = details == null ? null : details.get(Details.CREDENTIAL_TYPE);
        return type == null ? "unknown" : type;
    }

    private static Message ended(Event event, String sessionId, String person) {
        // The aggregate that identity-service names when it ends the same session.
        UUID aggregate = UUID.nameUUIDFromBytes(("session:" + sessionId).getBytes(UTF_8));
        UUID id = UUID.nameUUIDFromBytes(("session-ended:" + event.getId()).getBytes(UTF_8));
        String at = Instant.ofEpochMilli(event.getTime()).toString();
        var content = new SessionEnded(sessionId, person, at);
        return Message.of(SessionEnded.TOPIC, SessionEnded.TYPE, id, aggregate, event.getTime(), content);
    }
}
