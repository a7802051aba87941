package okno.identity.contact.domain;

import java.time.Instant;
import java.util.UUID;
import okno.identity.person.domain.PersonId;

/**
 * A phone or e-mail that waits for its code.
 *
 * @param value {@code +79} and nine digits, or an e-mail in lower case
 */
public record ContactChange(
        UUID id,
        PersonId personId,
        ContactKind kind,
        String value,
        int attemptsLeft,
        Instant createdAt,
        Instant expiresAt) {

    public boolean openAt(Instant now) {
        return attemptsLeft > 0 && now.isBefore(expiresAt);
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "ContactChange[" + id + ", " + kind + "]";
    }
}
