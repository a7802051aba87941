package okno.identity.rights.persistence;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import okno.platform.core.calendar.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The working calendar: days that differ from "Monday to Friday work". */
@Repository
public class WorkingDays {

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public WorkingCalendar calendar() {
        Set<LocalDate> free = new HashSet<>();
        Set<LocalDate> working = new HashSet<>();
        jdbc.sql("select day, working from calendar_day").query(rs -> {
            (rs.getBoolean("working") ? working : free).add(rs.getObject("day", LocalDate.class));
        });
        return new WorkingCalendar(free, working);
    }
}
