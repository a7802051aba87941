package okno.application.casefile.domain;

import java.time.Instant;
import java.time.LocalDate;
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

    /** The term stops while the agency waits for the applicant. */
    Filing pause(LocalDate today) {
        return new Filing(number, submittedAt, expectedCompletionDate, today);
    }

    /** The term goes on with the working days that were left when it stopped. */
    Filing resume(LocalDate today, WorkingCalendar calendar) {
        if (pausedOn == null) {
            return this;
        }
        int left = 0;
        for (LocalDate day = pausedOn.plusDays(1); !day.isAfter(expectedCompletionDate); day = day.plusDays(1)) {
            left += calendar.isWorking(day) ? 1 : 0;
        }
        LocalDate end = calendar.plusWorkingDays(today, left);
        return new Filing(
                number, submittedAt, end.isBefore(expectedCompletionDate) ? expectedCompletionDate : end, null);
    }
}
