package okno.application.processing;

import okno.application.casefile.domain.ApplicationStatus;
import org.jspecify.annotations.Nullable;

/**
 * What of the queue is asked for; null matters not.
 *
 * @param assignee account of an officer
 * @param unassigned only what nobody works on
 * @param overdue only what the agency should have decided by yesterday
 * @param dueWithin only what is due within so many days, 0 = today
 * @param checks only what has a register check that stands so
 */
public record QueueFilter(
        @Nullable ApplicationStatus status,
        @Nullable String service,
        @Nullable String region,
        @Nullable String unit,
        @Nullable String assignee,
        boolean unassigned,
        boolean overdue,
        @Nullable Integer dueWithin,
        @Nullable Checks checks) {

    /** How a check stands that was put off at submission. */
    public enum Checks {
        /** The register has not answered. */
        PENDING,
        /** It answered against the applicant. */
        FAILED
    }

    /** Everything that is to do. */
    public static final QueueFilter ALL = new QueueFilter(null, null, null, null, null, false, false, null, null);

    QueueFilter with(ApplicationStatus one) {
        return new QueueFilter(one, service, region, unit, assignee, unassigned, overdue, dueWithin, checks);
    }

    QueueFilter free() {
        return new QueueFilter(status, service, region, unit, assignee, true, overdue, dueWithin, checks);
    }

    QueueFilter late() {
        return new QueueFilter(status, service, region, unit, assignee, unassigned, true, dueWithin, checks);
    }

    QueueFilter within(int days) {
        return new QueueFilter(status, service, region, unit, assignee, unassigned, overdue, days, checks);
    }

    QueueFilter with(Checks one) {
        return new QueueFilter(status, service, region, unit, assignee, unassigned, overdue, dueWithin, one);
    }
}
