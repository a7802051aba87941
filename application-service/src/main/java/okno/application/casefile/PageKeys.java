package okno.application.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import okno.application.casefile.domain.DeskPlace;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** The {@code ?after=} of our lists: an id, the number of a step, or a day and an id. */
public final class PageKeys {

    private static final int DAY = 10;

    private PageKeys() {}

    /** Of a list that is ordered by a day and then by id. */
    public static String of(LocalDate day, UUID id) {
        return day + "_" + id;
    }

    /** Reads what {@link #of} made. */
    public static @Nullable DeskPlace dayAndId(PageRequest page) {
        String key = page.after();
        if (key == null) {
            return null;
        }
        try {
            return new DeskPlace(LocalDate.parse(key.substring(0, DAY)), UUID.fromString(key.substring(DAY + 1)));
        } catch (DateTimeParseException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw notAKey();
        }
    }

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
