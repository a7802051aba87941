package okno.application.processing.web;

import java.util.Objects;
import okno.application.casefile.PageKeys;
import okno.application.casefile.domain.Application;

/** The {@code ?after=} of the queue: the last day and the id of the row that a page ended with. */
final class QueueKey {

    private QueueKey() {}

    static String of(Application application) {
        return PageKeys.of(Objects.requireNonNull(application.filing()).expectedCompletionDate(), application.id());
    }
}
