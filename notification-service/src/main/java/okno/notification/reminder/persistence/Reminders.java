package okno.notification.reminder.persistence;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import okno.notification.reminder.Matter;
import okno.notification.reminder.PlanReminders;
import okno.notification.reminder.Reminder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reminders, one row for each matter, date and distance. A row that is done is never planned again. */
@Repository
public class Reminders {

    private static final String PLAN = """
            insert into reminder (id, matter, subject, due_on, days_before, person_id, remind_at, params, state)
            select r.id, r.matter, r.subject, r.due_on, r.days_before, r.person_id, r.remind_at, r.params, 'PENDING'
            from unnest(cast(:ids as uuid[]), cast(:matters as text[]), cast(:subjects as text[]),
                        cast(:dueOns as date[]), cast(:daysBefore as int[]), cast(:persons as text[]),
                        cast(:remindAts as timestamptz[]), cast(:params as jsonb[]))
                 as r (id, matter, subject, due_on, days_before, person_id, remind_at, params)
            order by r.matter, r.subject
            on conflict (matter, subject, due_on, days_before) do update set
                state = 'PENDING', person_id = excluded.person_id, remind_at = excluded.remind_at, params = excluded.params
            where reminder.state <> 'DONE'
            """;

    private static final String CANCEL_OTHER_DATES = """
            update reminder set state = 'CANCELLED'
            from unnest(cast(:matters as text[]), cast(:subjects as text[]), cast(:dueOns as date[]))
                 as k (matter, subject, due_on)
            where reminder.matter = k.matter and reminder.subject = k.subject
              and reminder.due_on is distinct from k.due_on and reminder.state = 'PENDING'
            """;

    /** The date's own end is a day after it in every zone there is. */
    private static final String TAKE_DUE = """
            with due as (
                select id from reminder
                where state = 'PENDING' and remind_at <= :now
                order by remind_at limit :limit
                for update skip locked
            ), taken as (
                update reminder r
                set state = case when due_on >= cast(:yesterday as date) then 'DONE' else 'CANCELLED' end, done_at = :now
                from due where r.id = due.id
                returning r.*
            )
            select * from taken where state = 'DONE'
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void plan(List<Reminder> planned) {
        if (planned.isEmpty()) {
            return;
        }
        jdbc.sql(PLAN)
                .param("ids", column(planned, Reminder::id))
                .param("matters", column(planned, Reminder::matter))
                .param("subjects", column(planned, Reminder::subject))
                .param("dueOns", column(planned, Reminder::dueOn))
                .param("daysBefore", column(planned, Reminder::daysBefore))
                .param("persons", column(planned, Reminder::personId))
                .param("remindAts", column(planned, Reminder::remindAt))
                .param("params", column(planned, reminder -> JSON.writeValueAsString(reminder.params())))
                .update();
    }

    /** What was planned for another date than the one that holds now, or at all when none does. */
    public void cancelOtherDates(List<PlanReminders.Command> matters) {
        jdbc.sql(CANCEL_OTHER_DATES)
                .param("matters", column(matters, PlanReminders.Command::matter))
                .param("subjects", column(matters, PlanReminders.Command::subject))
                .param("dueOns", column(matters, PlanReminders.Command::dueOn))
                .update();
    }

    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(row -> {
                    Object found = value.apply(row);
                    return found == null ? null : found.toString();
                })
                .toArray(String[]::new);
    }

    /** Marks those whose time has come as told and gives them; what is too late is only marked. */
    public List<Reminder> takeDue(Instant now, int limit) {
        return jdbc.sql(TAKE_DUE)
                .param("now", now.atOffset(UTC))
                .param("yesterday", LocalDate.ofInstant(now, UTC).minusDays(1))
                .param("limit", limit)
                .query(Reminders::reminder)
                .list();
    }

    private static Reminder reminder(ResultSet row, int number) throws SQLException {
        return new Reminder(
                row.getObject("id", UUID.class),
                Matter.valueOf(row.getString("matter")),
                row.getString("subject"),
                row.getObject("due_on", LocalDate.class),
                row.getInt("days_before"),
                row.getString("person_id"),
                row.getObject("remind_at", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("params"), PARAMS));
    }
}
