package okno.application.processing.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.processing.QueueFilter;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the queue.
 *
 * @param status one status; left out: all that is to do
 * @param region two-digit region code, within those that the officer may see
 * @param assignee account of an officer
 * @param overdue the agency's term is over, and the applicant is not waited for
 * @param registerChecks PENDING: a register has not answered yet; FAILED: one answered against the applicant
 * @param dueWithin days from today, 0 = today
 */
record QueueRequest(
        @Nullable ApplicationStatus status,
        @Nullable @Size(max = 64) String service,
        @Nullable @Pattern(regexp = "[0-9]{2}") String region,
        @Nullable @Size(max = 64) String unit,
        @Nullable @Size(max = 64) String assignee,
        @Nullable Boolean unassigned,
        @Nullable Boolean overdue,
        @Nullable @Min(0) @Max(366) Integer dueWithin,
        QueueFilter.@Nullable Checks registerChecks) {

    QueueFilter filter() {
        return new QueueFilter(
                status,
                service,
                region,
                unit,
                assignee,
                Boolean.TRUE.equals(unassigned),
                Boolean.TRUE.equals(overdue),
                dueWithin,
                registerChecks);
    }
}
