package okno.platform.web;

import java.util.List;
import java.util.UUID;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * {@code ?limit=&after=} of a list; a controller takes it as a parameter and it is resolved and checked.
 *
 * @param limit 1 to 100, 20 when not given
 * @param after key of the last row already seen; null: from the beginning
 */
public record PageRequest(int limit, @Nullable String after) {

    /**
     * The key of a list that is ordered by id.
     *
     * @throws Problem 400 when it cannot be an id
     */
    public @Nullable UUID afterId() {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                    ProblemKind.MALFORMED,
                    "invalid_request",
                    List.of(),
                    List.of(FieldFault.parameter("after", "format")));
        }
    }
}
