package okno.identity.assurance.domain;

import java.time.Instant;
import java.util.UUID;
import okno.identity.person.domain.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A proof of identity that has begun.
 *
 * @param id the evidence has the same one when it succeeds
 * @param challenge what the person must sign; null: nothing
 * @param page where the provider asks the person; null: there is none
 * @param reason stable code of why it was refused
 */
public record Attempt(
        UUID id,
        PersonId personId,
        Method method,
        Status status,
        @Nullable String challenge,
        @Nullable String page,
        @Nullable String reason,
        Instant createdAt,
        Instant expiresAt) {

    /** Where it stands. */
    public enum Status {
        PENDING,
        PROVED,
        REFUSED,
        EXPIRED
    }

    /** The status as of now: what was not finished in time has expired. */
    public Status statusAt(Instant now) {
        return status == Status.PENDING && !now.isBefore(expiresAt) ? Status.EXPIRED : status;
    }

    public boolean openAt(Instant now) {
        return statusAt(now) == Status.PENDING;
    }
}
