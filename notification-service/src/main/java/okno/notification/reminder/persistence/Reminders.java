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
import okno.notification.reminder.Matter;
import okno.notification.reminder.Reminder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reminders, one row for each matter, date and distance. A row that is done is never planned again. */
@Repository
public class Reminders {

    private static final String PLAN = """
            insert into reminder (id, matter, subject, due_on, days_before, person_id, remind_at, params, state)
            values (:id, :matter, :subject, :dueOn, :daysBefore, :personId, :remindAt, cast(:params as jsonb), 'PENDING')
            on conflict (matter, subject, due_on, days_before) do update set
                state = 'PENDING', person_id = excluded.person_id, remind_at = excluded.remind_at, params = excluded.params
            where reminder.state <> 'DONE'
            """;

    private static final String CANCEL_OTHER_DATES = """
            update reminder set state = 'CANCELLED'
            where matter = :matter and subject = :subject and due_on <> :dueOn and state = 'PENDING'
            """;

    private static final String CANCEL = """
            update reminder set state = 'CANCELLED'
            where matter = :matter and subject = :subject and state = 'PENDING'
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

    public void plan(Reminder reminder) {
        jdbc.sql(PLAN)
                .param("id", reminder.id())
                .param("matter", reminder.matter().name())
                .param("subject", reminder.subject())
                .param("dueOn", reminder.dueOn())
                .param("daysBefore", reminder.daysBefore())
                .param("personId", reminder.personId())
                .param("remindAt", reminder.remindAt().atOffset(UTC))
                .param("params", JSON.writeValueAsString(reminder.params()))
                .update();
    }

    public void cancelOtherDates(Matter matter, String subject, LocalDate dueOn) {
        jdbc.sql(CANCEL_OTHER_DATES)
                .param("matter", matter.name())
                .param("subject", subject)
                .param("dueOn", dueOn)
                .update();
    }

    public void cancel(Matter matter, String subject) {
        jdbc.sql(CANCEL)
                .param("matter", matter.name())
                .param("subject", subject)
                .update();
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
