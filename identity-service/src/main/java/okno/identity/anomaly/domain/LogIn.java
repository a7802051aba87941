package okno.identity.anomaly.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to log in.
 *
 * @param id of Keycloak's event
 * @param network keyed hash of the address; null: unknown
 * @param device keyed hash of operating system and browser; null: unknown
 * @param place null: the address table does not know
 */
public record LogIn(
        UUID id,
        UUID personId,
        Instant at,
        boolean succeeded,
        @Nullable String network,
        @Nullable String device,
        @Nullable Place place) {

    /** The order in which rules see them, whatever order they arrive in. */
    public static final Comparator<LogIn> ORDER =
            Comparator.comparing(LogIn::at).thenComparing(LogIn::id);
}
