package okno.keycloak.audit;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

/** What the journal is told of deeds of administrators, and of services by the administration API. */
final class AdminEvents {

    private static final Pattern USER = Pattern.compile("(?:users|okno-accounts)/([^/]+).*");
    private static final String BASIS = "152-FZ art. 19";

    private AdminEvents() {}

    /** Who did it. */
    record Actor(String id, String kind) {}

    static List<Message> of(AdminEvent event, Actor actor) {
        UUID id = UUID.fromString(event.getId());
        String resource =
                event.getResourceTypeAsString().toLowerCase(Locale.ROOT).replaceAll("[^a-z_]", "_");
        String path = event.getResourcePath() == null ? "unknown" : event.getResourcePath();
        var entry = new AuditRecorded(
                actor.id(),
                actor.kind(),
                null,
                resource + "." + verb(event.getOperationType()),
                resource,
                path,
                person(path),
                BASIS,
                event.getError() == null ? "DONE" : "REFUSED",
                null);
        return List.of(Message.of(AuditRecorded.TOPIC, AuditRecorded.TYPE, id, id, event.getTime(), entry));
    }

    private static String verb(OperationType operation) {
        return switch (operation) {
            case CREATE -> "created";
            case UPDATE -> "changed";
            case DELETE -> "deleted";
            case ACTION -> "acted";
        };
    }

    private static @Nullable String person(String path) {
        Matcher user = USER.matcher(path);
        return user.matches() ? user.group(1) : null;
    }
}
