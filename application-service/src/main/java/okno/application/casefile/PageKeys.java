package okno.application.casefile;

import java.util.List;
import java.util.UUID;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** The {@code ?after=} of our lists: an id, or the number of a step. */
public final class PageKeys {

    private PageKeys() {}

    public static @Nullable UUID id(PageRequest page) {
        try {
            return page.after() == null ? null : UUID.fromString(page.after());
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
    }

    public static int step(PageRequest page) {
        try {
            return page.after() == null ? 0 : Integer.parseInt(page.after());
        } catch (NumberFormatException e) {
            throw notAKey();
        }
    }

    private static Problem notAKey() {
        return new Problem(
                ProblemKind.MALFORMED, "invalid_request", List.of(), List.of(FieldFault.parameter("after", "format")));
    }
}
