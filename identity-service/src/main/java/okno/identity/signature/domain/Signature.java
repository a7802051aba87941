package okno.identity.signature.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An electronic signature of one document by one person. A simple one is the fact, confirmed by a one-time code, that
 * this person formed it (63-FZ, article 5, part 2). It equals a hand-written one where a law or an agreement says so
 * (article 6, part 2); the portal's rules of use are that agreement. An advanced one is made by the same code with the
 * person's key; a qualified one is made elsewhere and handed in.
 *
 * @param orgId the company signed for; null: for oneself
 * @param documentSha256 what is signed, 64 lower-case hex digits: other bytes are another signature
 * @param attemptsLeft wrong codes that are still forgiven
 * @param format of an advanced one; null: of another kind
 * @param level of an advanced one; null: of another kind
 * @param certificateId the certificate it is made with; null: with none, or not known yet
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
        @Nullable Instant confirmedAt,
        @Nullable SignatureFormat format,
        @Nullable SignatureLevel level,
        @Nullable UUID certificateId) {

    /** A simple one, until {@link #advanced} or {@link #qualified} makes another kind of it. */
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
                null,
                null,
                null,
                null);
    }

    public Signature advanced(SignatureFormat wanted, SignatureLevel reach, UUID certificate) {
        return new Signature(
                id,
                personId,
                orgId,
                documentSha256,
                SignatureKind.ADVANCED,
                status,
                attemptsLeft,
                createdAt,
                expiresAt,
                confirmedAt,
                wanted,
                reach,
                certificate);
    }

    /** Made by the holder of this certificate; null while it is not known which. */
    public Signature qualified(@Nullable UUID certificate) {
        return new Signature(
                id,
                personId,
                orgId,
                documentSha256,
                SignatureKind.QUALIFIED,
                status,
                attemptsLeft,
                createdAt,
                expiresAt,
                confirmedAt,
                null,
                null,
                certificate);
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
        return new Signature(
                id,
                personId,
                orgId,
                documentSha256,
                kind,
                next,
                left,
                createdAt,
                expiresAt,
                confirmed,
                format,
                level,
                certificateId);
    }
}
