package okno.application.casefile.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided.
 *
 * @param reasonCode ground of a refusal, one of the passport's; null for an approval
 * @param comment what the agency tells the applicant besides
 */
public record Decision(
        Verdict verdict,
        @Nullable String reasonCode,
        @Nullable String comment,
        Instant decidedAt) {

    /** For or against. */
    public enum Verdict {
        APPROVED,
        REJECTED
    }
}
