package okno.application.processing.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.DeskPlace;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;

/** The {@code ?after=} of the queue: the last day and the id of the row that a page ended with. */
final class QueueKey {

    private static final int DAY = 10;

    private QueueKey() {}

    static String of(Application application) {
        return Objects.requireNonNull(application.filing()).expectedCompletionDate() + "_" + application.id();
    }

    static @Nullable DeskPlace read(PageRequest page) {
        String key = page.after();
        if (key == null) {
            return null;
        }
        try {
            return new DeskPlace(LocalDate.parse(key.substring(0, DAY)), UUID.fromString(key.substring(DAY + 1)));
        } catch (DateTimeParseException | IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new Problem(
                    ProblemKind.MALFORMED,
                    "invalid_request",
                    List.of(),
                    List.of(FieldFault.parameter("after", "format")));
        }
    }
}
