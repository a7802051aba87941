package okno.platform.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    /** Holidays and transfers of 2025 and 2026 as the Government set them. */
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            days("2025-01-01 2025-01-02 2025-01-03 2025-01-06 2025-01-07 2025-01-08 2025-05-01 2025-05-02 2025-05-08 "
                    + "2025-05-09 2025-06-12 2025-06-13 2025-11-03 2025-11-04 2025-12-31 "
                    + "2026-01-01 2026-01-02 2026-01-05 2026-01-06 2026-01-07 2026-01-08 2026-01-09 2026-02-23 "
                    + "2026-03-09 2026-05-01 2026-05-11 2026-06-12 2026-11-04 2026-12-31"),
            days("2025-11-01"));

    @ParameterizedTest
    @CsvSource({
        "2025-10-31, 1, 2025-11-01",
        "2025-04-28, 5, 2025-05-07",
        "2025-10-30, 15, 2025-11-21",
        "2025-12-29, 1, 2025-12-30",
        "2026-04-29, 5, 2026-05-07",
        "2026-02-20, 1, 2026-02-24",
        "2026-03-06, 10, 2026-03-23",
        "2026-05-07, 1, 2026-05-08",
        "2026-05-07, 0, 2026-05-07"
    })
    void counts_terms_from_the_day_after_the_event(LocalDate event, int days, LocalDate last) {
        assertThat(CALENDAR.plusWorkingDays(event, days)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2025, '17,20,21,22,18,19,23,21,22,23,19,22'", "2026, '15,19,21,22,19,21,23,21,22,22,20,22'"})
    void has_as_many_working_days_in_each_month_as_the_production_calendar(int year, String expected) {
        String counted = Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
                .limit(12)
                .map(WorkingCalendarTest::workingDays)
                .map(String::valueOf)
                .collect(Collectors.joining(","));

        assertThat(counted).isEqualTo(expected);
    }

    @Test
    void works_on_a_saturday_that_was_made_a_working_day() {
        assertThat(CALENDAR.isWorking(LocalDate.parse("2025-11-01"))).isTrue();
        assertThat(CALENDAR.isWorking(LocalDate.parse("2025-11-08"))).isFalse();
    }

    private static long workingDays(YearMonth month) {
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .filter(CALENDAR::isWorking)
                .count();
    }

    private static Set<LocalDate> days(String dates) {
        return Stream.of(dates.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
