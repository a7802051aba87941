package okno.identity.signature.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A simple electronic signature of one document by one person: the fact, confirmed by a one-time code, that this person
 * formed it (63-FZ, article 5, part 2). It equals a hand-written one where a law or an agreement says so (article 6,
 * part 2); the portal's rules of use are that agreement.
 *
 * @param orgId the company signed for; null: for oneself
 * @param documentSha256 what is signed, 64 lower-case hex digits: other bytes are another signature
 * @param attemptsLeft wrong codes that are still forgiven
 */
public record Signature(
        UUID id,
        UUID personId,
        @Nullable UUID orgId,
        String documentSha256,
        SignatureKind kind,
        SignatureStatus status,
        int attemptsLeft,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant confirmedAt) {

    public static Signature requested(
            UUID id,
            UUID personId,
            @Nullable UUID orgId,
            String documentSha256,
            int attempts,
            Duration codeLife,
            Instant now) {
        return new Signature(
                id,
                personId,
                orgId,
                documentSha256,
                SignatureKind.SIMPLE,
                SignatureStatus.PENDING,
                attempts,
                now,
                now.plus(codeLife),
                null);
    }

    /** As it must be shown now: a pending one whose code is too old, or guessed at too often, has expired. */
    public SignatureStatus statusAt(Instant now) {
        return status == SignatureStatus.PENDING && (attemptsLeft == 0 || !now.isBefore(expiresAt))
                ? SignatureStatus.EXPIRED
                : status;
    }

    /**
     * Refuses when no code can confirm it any more.
     *
     * @throws SignatureRefused {@code signature_already_confirmed} or {@code signature_expired}
     */
    public void requireConfirmable(Instant now) {
        switch (statusAt(now)) {
            case PENDING -> {}
            case CONFIRMED -> throw SignatureRefused.alreadyConfirmed();
            case EXPIRED -> throw SignatureRefused.expired();
        }
    }

    public Signature confirmed(Instant now) {
        return with(SignatureStatus.CONFIRMED, attemptsLeft, now);
    }

    /** After a wrong code; the last one ends it. */
    public Signature missed() {
        int left = attemptsLeft - 1;
        return with(left == 0 ? SignatureStatus.EXPIRED : SignatureStatus.PENDING, left, null);
    }

    private Signature with(SignatureStatus next, int left, @Nullable Instant confirmed) {
        return new Signature(id, personId, orgId, documentSha256, kind, next, left, createdAt, expiresAt, confirmed);
    }
}
