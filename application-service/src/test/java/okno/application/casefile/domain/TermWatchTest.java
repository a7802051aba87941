package okno.application.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import okno.platform.core.calendar.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermWatchTest {

    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(Set.of(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-11")), Set.of());

    /** Eight working days from Monday the 27th of April, with the 1st of May free: the last is Friday the 8th. */
    private static final LocalDate SUBMITTED = LocalDate.parse("2026-04-27");

    private static final LocalDate LAST = LocalDate.parse("2026-05-08");

    @ParameterizedTest
    @CsvSource({"2026-05-04, HALF", "2026-05-05, HALF", "2026-05-06, THREE_QUARTERS", "2026-05-09, PAST"})
    void levels_are_counted_back_from_the_last_day(LocalDate today, TermWatch.Level level) {
        assertThat(watch().reached(today, LAST, CALENDAR)).isEqualTo(level);
    }

    @Test
    void each_level_is_told_once_and_those_slept_through_never() {
        TermWatch watch = watch();
        assertThat(watch.totalDays()).isEqualTo(8);
        assertThat(watch.dueOn()).isEqualTo("2026-05-04");

        TermWatch half = watch.told(TermWatch.Level.HALF, LAST, CALENDAR);
        assertThat(half.dueOn()).isEqualTo("2026-05-06");
        assertThat(half.told(TermWatch.Level.PAST, LAST, CALENDAR).dueOn()).isNull();
    }

    @Test
    void a_term_that_stood_still_is_told_later() {
        TermWatch stopped = watch().told(TermWatch.Level.HALF, LAST, CALENDAR).stopped();
        assertThat(stopped.dueOn()).isNull();

        assertThat(stopped.running(LocalDate.parse("2026-05-22"), CALENDAR).dueOn())
                .isEqualTo("2026-05-20");
    }

    private static TermWatch watch() {
        return TermWatch.begin(UUID.randomUUID(), SUBMITTED, LAST, true, CALENDAR);
    }
}
