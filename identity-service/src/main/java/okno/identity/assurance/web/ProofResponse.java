package okno.identity.assurance.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.Verification;
import org.jspecify.annotations.Nullable;

/**
 * A proof of identity.
 *
 * @param ial level it gave; tokens say it from the next refresh on, within seconds
 * @param validUntil last day on which it counts; absent: for good
 * @param endedAt when the level was lowered again
 */
record ProofResponse(
        UUID id,
        Method method,
        String ial,
        Instant verifiedAt,
        @Nullable LocalDate validUntil,
        @Nullable Instant endedAt) {

    static ProofResponse from(Verification verification) {
        return new ProofResponse(
                verification.id(),
                verification.method(),
                verification.to().word(),
                verification.verifiedAt(),
                verification.validUntil(),
                verification.endedAt());
    }
}
