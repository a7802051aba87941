package okno.application.registercheck.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A check that could not be made at submission.
 *
 * @param code of the check in the application's passport
 * @param checkedAt null while PENDING
 */
public record PostponedCheck(
        UUID id,
        UUID applicationId,
        String code,
        State state,
        @Nullable Instant checkedAt) {

    /** How it stands. */
    public enum State {
        PENDING,
        PASSED,
        FAILED
    }
}
