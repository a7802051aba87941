package okno.application.casefile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided.
 *
 * @param reasonCode ground of a refusal, one of the passport's; null for an approval
 * @param officer account of the officer, or client id of the machine, that decided; null: a register did
 * @param comment what the agency tells the applicant besides
 */
public record Decision(
        Verdict verdict,
        @Nullable String reasonCode,
        @Nullable String comment,
        Instant decidedAt,
        @Nullable String officer) {

    /** Decided by a register, without an officer. */
    public Decision(Verdict verdict, @Nullable String reasonCode, @Nullable String comment, Instant decidedAt) {
        this(verdict, reasonCode, comment, decidedAt, null);
    }

    /** For or against. */
    public enum Verdict {
        APPROVED,
        REJECTED
    }
}
