package okno.identity.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A consent of one person.
 *
 * @param signatureId the simple signature over the consent's document
 * @param version grows by one with every change
 * @param signUntil after this moment an unsigned one has lapsed
 */
public record Consent(
        UUID id,
        UUID personId,
        ConsentTerms terms,
        UUID signatureId,
        Stage stage,
        long version,
        Instant createdAt,
        Instant signUntil,
        @Nullable Instant givenAt,
        @Nullable Instant withdrawnAt) {

    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    /** What was done to it; the days do the rest. */
    public enum Stage {
        PENDING,
        GIVEN,
        WITHDRAWN
    }

    /** Asked for, and worth nothing until it is signed. */
    public static Consent asked(
            UUID id, UUID personId, ConsentTerms terms, UUID signatureId, Instant now, Instant signUntil) {
        return new Consent(id, personId, terms, signatureId, Stage.PENDING, 1, now, signUntil, null, null);
    }

    public ConsentStatus statusAt(Instant now) {
        boolean over = LocalDate.ofInstant(now, ZONE).isAfter(terms.until());
        return switch (stage) {
            case PENDING -> now.isAfter(signUntil) ? ConsentStatus.LAPSED : ConsentStatus.PENDING;
            case GIVEN -> over ? ConsentStatus.EXPIRED : ConsentStatus.GIVEN;
            case WITHDRAWN -> ConsentStatus.WITHDRAWN;
        };
    }

    /** @throws Problem {@code consent_not_pending} when it was signed, withdrawn or has lapsed */
    public void requirePending() {
        if (stage != Stage.PENDING) {
            throw new Problem(ProblemKind.CONFLICT, "consent_not_pending");
        }
    }

    public Consent given(Instant now) {
        requirePending();
        return with(Stage.GIVEN, now, null);
    }

    /** The consent after it was taken back; the same object when it was before. */
    public Consent withdrawn(Instant now) {
        return stage == Stage.WITHDRAWN ? this : with(Stage.WITHDRAWN, givenAt, now);
    }

    private Consent with(Stage next, @Nullable Instant given, @Nullable Instant withdrawn) {
        return new Consent(id, personId, terms, signatureId, next, version + 1, createdAt, signUntil, given, withdrawn);
    }
}
