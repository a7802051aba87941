package okno.bench.population;

import java.time.LocalDate;
import okno.platform.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Where the watch on a running term stands today, so that application-service has nothing to tell when it starts.
 *
 * @param total days of the whole term
 * @param told the last level told, null: none
 * @param due the day of the next one, null: none, or the term stands still
 */
record Watch(int total, @Nullable String told, @Nullable LocalDate due) {

    static Watch of(Service service, Story story, LocalDate today, WorkingCalendar calendar) {
        LocalDate last = story.expected;
        if (last == null) {
            throw new IllegalArgumentException("not submitted");
        }
        LocalDate half = back(last, service.days() / 2, service.workingDays(), calendar);
        LocalDate quarter = back(last, service.days() / 4, service.workingDays(), calendar);
        if (today.isAfter(last)) {
            return new Watch(service.days(), "PAST", null);
        }
        if (!today.isBefore(quarter)) {
            return new Watch(service.days(), "THREE_QUARTERS", story.isPaused() ? null : last.plusDays(1));
        }
        boolean halfGone = !today.isBefore(half);
        return new Watch(service.days(), halfGone ? "HALF" : null, story.isPaused() ? null : halfGone ? quarter : half);
    }

    private static LocalDate back(LocalDate last, int days, boolean working, WorkingCalendar calendar) {
        LocalDate day = last;
        int left = days;
        while (left > 0) {
            day = day.minusDays(1);
            left -= !working || calendar.isWorking(day) ? 1 : 0;
        }
        return day;
    }
}
