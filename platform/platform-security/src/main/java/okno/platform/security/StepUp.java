package okno.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import okno.platform.core.Caller;
import okno.platform.core.Caller.Kind;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * Demands of a person that they showed a second factor, and not long ago, before something that cannot be taken back. The
 * refusal is the challenge of RFC 9470; its {@code acr_values} and {@code max_age} go into the next log-in as they are.
 */
public final class StepUp {

    private static final String SECOND_FACTOR = "2fa";
    private static final Set<String> ENOUGH = Set.of(SECOND_FACTOR, "qes");

    private final Duration maxAge;
    private final Clock clock;

    StepUp(Duration maxAge, Clock clock) {
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /**
     * Lets machines pass: they prove their key with every token.
     *
     * @throws Problem {@code second_factor_required}
     */
    public void require(Caller caller) {
        if (caller.kind() == Kind.PERSON && !(ENOUGH.contains(caller.acr()) && isFresh(caller.authenticatedAt()))) {
            throw new Problem(
                    ProblemKind.INSUFFICIENT_AUTHENTICATION,
                    "second_factor_required",
                    SECOND_FACTOR,
                    maxAge.toSeconds());
        }
    }

    private boolean isFresh(@Nullable Instant at) {
        return at != null && !at.plus(maxAge).isBefore(clock.instant());
    }
}
