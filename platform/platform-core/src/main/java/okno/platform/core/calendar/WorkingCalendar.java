package okno.platform.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts terms in working days. Saturdays and Sundays are free unless transferred; everything else is data.
 *
 * @param freeWeekdays days from Monday to Friday on which nobody works
 * @param workingWeekends Saturdays and Sundays that were made working days
 */
public record WorkingCalendar(Set<LocalDate> freeWeekdays, Set<LocalDate> workingWeekends) {

    public WorkingCalendar {
        freeWeekdays = Set.copyOf(freeWeekdays);
        workingWeekends = Set.copyOf(workingWeekends);
    }

    public boolean isWorking(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workingWeekends.contains(day) : !freeWeekdays.contains(day);
    }

    /**
     * The last day of a term of working days. The day of the event does not count (Civil Code art. 191).
     *
     * @param event day 0
     * @param days working days, 0 or more; 0 gives the event day itself
     */
    public LocalDate plusWorkingDays(LocalDate event, int days) {
        LocalDate day = event;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return day;
    }
}
