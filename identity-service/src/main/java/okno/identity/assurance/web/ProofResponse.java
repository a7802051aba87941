package okno.identity.assurance.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import okno.identity.assurance.domain.Attempt;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.Verification;
import okno.platform.web.Language;
import okno.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A proof of identity, done or begun.
 *
 * @param ial level that it gives; tokens say it from the next refresh on, within seconds
 * @param verifiedAt when it was proved; absent: it was not
 * @param validUntil last day on which it counts; absent: for good
 * @param endedAt when it counted no more
 * @param challenge sign its UTF-8 bytes and hand the signature in until {@code expiresAt}
 * @param page send the person there until {@code expiresAt}
 * @param reason why it was refused: a stable code
 * @param reasonText the same in the caller's language
 */
record ProofResponse(
        UUID id,
        Method method,
        Attempt.Status status,
        String ial,
        @Nullable Instant verifiedAt,
        @Nullable LocalDate validUntil,
        @Nullable Instant endedAt,
        @Nullable String challenge,
        @Nullable String page,
        @Nullable Instant expiresAt,
        @Nullable String reason,
        @Nullable String reasonText) {

    static ProofResponse from(Verification verification) {
        return new ProofResponse(
                verification.id(),
                verification.method(),
                Attempt.Status.PROVED,
                verification.to().word(),
                verification.verifiedAt(),
                verification.validUntil(),
                verification.endedAt(),
                null,
                null,
                null,
                null,
                null);
    }

    static ProofResponse from(Attempt attempt, Instant now, Texts texts, Language language) {
        String reason = attempt.reason();
        return new ProofResponse(
                attempt.id(),
                attempt.method(),
                attempt.statusAt(now),
                attempt.method().proves().word(),
                null,
                null,
                null,
                attempt.challenge(),
                attempt.page(),
                attempt.expiresAt(),
                reason,
                reason == null ? null : texts.find(language, reason, List.of()));
    }
}
