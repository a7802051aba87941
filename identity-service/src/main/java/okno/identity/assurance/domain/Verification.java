package okno.identity.assurance.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of one proof of identity.
 *
 * @param witness who saw the person: an officer's account
 * @param validUntil last day on which the document that was shown proves anything; null: for good
 * @param endedAt when the level was lowered because of that
 */
public record Verification(
        UUID id,
        PersonId personId,
        Method method,
        Ial from,
        Ial to,
        String witness,
        Instant verifiedAt,
        @Nullable LocalDate validUntil,
        @Nullable Instant endedAt) {}
