package okno.application.catalogue.domain;

import java.time.LocalDate;
import okno.platform.core.calendar.WorkingCalendar;

/** How long the agency has. */
public record Term(int amount, Unit unit) {

    /** The last day of the term; the day of submission does not count. */
    public LocalDate lastDay(LocalDate submitted, WorkingCalendar calendar) {
        return switch (unit) {
            case WORKING_DAYS -> calendar.plusWorkingDays(submitted, amount);
            case CALENDAR_DAYS -> submitted.plusDays(amount);
            case INSTANT -> submitted;
        };
    }

    /** What the amount counts. */
    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS,
        INSTANT
    }
}
