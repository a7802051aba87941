package okno.application.casefile.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import okno.platform.core.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Watches an agency's term come to its end. Levels are counted back from the last day, so that a term that stood still
 * keeps the share of it that was left.
 *
 * @param applicationId whose term it is: an application's, or a corrective action's
 * @param totalDays days of the whole term
 * @param working they are working days
 * @param told the highest level told so far; each is told once
 * @param dueOn the day from which there is more to tell; null: the term stands still, or all is told
 */
public record TermWatch(
        UUID applicationId,
        int totalDays,
        boolean working,
        @Nullable Level told,
        @Nullable LocalDate dueOn) {

    /** How much of the term is gone. */
    public enum Level {
        HALF,
        THREE_QUARTERS,
        PAST
    }

    /** A term that begins: the day of submission does not count. */
    public static TermWatch begin(
            UUID applicationId, LocalDate submitted, LocalDate last, boolean working, WorkingCalendar calendar) {
        int total = (int) submitted
                .plusDays(1)
                .datesUntil(last.isBefore(submitted) ? submitted.plusDays(1) : last.plusDays(1))
                .filter(day -> !working || calendar.isWorking(day))
                .count();
        return new TermWatch(applicationId, total, working, null, null).running(last, calendar);
    }

    public TermWatch stopped() {
        return new TermWatch(applicationId, totalDays, working, told, null);
    }

    /** The term runs and ends on this day. */
    public TermWatch running(LocalDate last, WorkingCalendar calendar) {
        LocalDate next = Arrays.stream(Level.values())
                .filter(level -> told == null || level.compareTo(told) > 0)
                .findFirst()
                .map(level -> from(level, last, calendar))
                .orElse(null);
        return new TermWatch(applicationId, totalDays, working, told, next);
    }

    /** The highest level reached on a day; a level that was slept through is told no more. */
    public Level reached(LocalDate today, LocalDate last, WorkingCalendar calendar) {
        return Arrays.stream(Level.values())
                .filter(level -> !today.isBefore(from(level, last, calendar)))
                .reduce((lower, higher) -> higher)
                .orElseThrow(() -> new IllegalStateException("nothing is due of " + applicationId));
    }

    public TermWatch told(Level level, LocalDate last, WorkingCalendar calendar) {
        return new TermWatch(applicationId, totalDays, working, level, dueOn).running(last, calendar);
    }

    /** The first day on which so much of the term is gone. */
    private LocalDate from(Level level, LocalDate last, WorkingCalendar calendar) {
        return switch (level) {
            case HALF -> back(last, totalDays / 2, calendar);
            case THREE_QUARTERS -> back(last, totalDays / 4, calendar);
            case PAST -> last.plusDays(1);
        };
    }

    private LocalDate back(LocalDate last, int days, WorkingCalendar calendar) {
        LocalDate day = last;
        int left = days;
        while (left > 0) {
            day = day.minusDays(1);
            left -= !working || calendar.isWorking(day) ? 1 : 0;
        }
        return day;
    }
}
