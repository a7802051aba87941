package okno.application.casefile.domain;

import java.time.Instant;
import java.time.LocalDate;
import okno.application.catalogue.domain.Term;
import okno.platform.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What an application has once it is submitted.
 *
 * @param expectedCompletionDate last day of the agency's term
 * @param pausedOn the day the term stopped, while the applicant is asked for more; null: it runs
 */
public record Filing(
        ApplicationNumber number,
        Instant submittedAt,
        LocalDate expectedCompletionDate,
        @Nullable LocalDate pausedOn) {

    Filing until(LocalDate last) {
        return new Filing(number, submittedAt, last, null);
    }

    /** The term stops while the agency waits for the applicant. */
    Filing pause(LocalDate today) {
        return new Filing(number, submittedAt, expectedCompletionDate, today);
    }

    /**
     * The term goes on with the days that were left when it stopped. What was overdue then stays overdue.
     *
     * @param unit working days are counted by the calendar; all others are days like any other
     */
    Filing resume(LocalDate today, Term.Unit unit, WorkingCalendar calendar) {
        if (pausedOn == null) {
            return this;
        }
        if (pausedOn.isAfter(expectedCompletionDate)) {
            return new Filing(number, submittedAt, expectedCompletionDate, null);
        }
        boolean working = unit == Term.Unit.WORKING_DAYS;
        long left = pausedOn.plusDays(1)
                .datesUntil(expectedCompletionDate.plusDays(1))
                .filter(day -> !working || calendar.isWorking(day))
                .count();
        LocalDate end = working ? calendar.plusWorkingDays(today, (int) left) : today.plusDays(left);
        return new Filing(
                number, submittedAt, end.isBefore(expectedCompletionDate) ? expectedCompletionDate : end, null);
    }
}
