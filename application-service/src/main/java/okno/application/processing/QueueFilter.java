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
 */
public record QueueFilter(
        @Nullable ApplicationStatus status,
        @Nullable String service,
        @Nullable String region,
        @Nullable String unit,
        @Nullable String assignee,
        boolean unassigned,
        boolean overdue,
        @Nullable Integer dueWithin) {

    /** Everything that is to do. */
    public static final QueueFilter ALL = new QueueFilter(null, null, null, null, null, false, false, null);

    QueueFilter with(ApplicationStatus one) {
        return new QueueFilter(one, service, region, unit, assignee, unassigned, overdue, dueWithin);
    }

    QueueFilter free() {
        return new QueueFilter(status, service, region, unit, assignee, true, overdue, dueWithin);
    }

    QueueFilter late() {
        return new QueueFilter(status, service, region, unit, assignee, unassigned, true, dueWithin);
    }

    QueueFilter within(int days) {
        return new QueueFilter(status, service, region, unit, assignee, unassigned, overdue, days);
    }
}
