package okno.application.corrective.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import okno.application.corrective.CorrectiveActionQueries;
import okno.application.corrective.domain.CorrectiveAction;
import org.jspecify.annotations.Nullable;

/** What agencies send about corrective actions. */
final class CorrectiveRequests {

    private CorrectiveRequests() {}

    /**
     * Filters of the list.
     *
     * @param status left out: all that is not closed
     * @param assignee account of an officer
     * @param overdue the last day is over
     */
    record Filter(
            CorrectiveAction.@Nullable Status status,
            @Nullable @Size(max = 64) String service,
            @Nullable @Size(max = 64) String assignee,
            @Nullable @Size(max = 64) String cause,
            @Nullable Boolean unassigned,
            @Nullable Boolean overdue) {

        CorrectiveActionQueries.Filter filter() {
            return new CorrectiveActionQueries.Filter(
                    status, service, assignee, cause, Boolean.TRUE.equals(unassigned), Boolean.TRUE.equals(overdue));
        }
    }

    record CommentRequest(@NotBlank @Size(max = 4000) String text) {}

    /** {@code cause}: code of GET .../causes; {@code measures}: what was done. */
    record ClosureRequest(
            @NotBlank @Size(max = 64) String cause,
            @NotBlank @Size(max = 4000) String measures) {}
}
