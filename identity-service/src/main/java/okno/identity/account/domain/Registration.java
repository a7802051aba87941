package okno.identity.account.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that is not confirmed yet.
 *
 * @param accountId its id at Keycloak; null while Keycloak has not heard of it
 * @param letters how many were sent
 */
public record Registration(
        UUID id,
        Status status,
        Registrant registrant,
        @Nullable UUID accountId,
        int letters,
        Instant createdAt,
        Instant expiresAt) {

    /** Where it stands. */
    public enum Status {
        /** Nothing was sent. */
        NEW,
        /** The person has a letter. */
        SENT,
        /** Somebody else has the SNILS, the phone or the e-mail; nothing will be sent. */
        HELD
    }
}
