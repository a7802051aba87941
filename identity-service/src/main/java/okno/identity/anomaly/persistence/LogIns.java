package okno.identity.anomaly.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.identity.anomaly.domain.Action;
import okno.identity.anomaly.domain.Finding;
import okno.identity.anomaly.domain.Found;
import okno.identity.anomaly.domain.LogIn;
import okno.identity.anomaly.domain.Place;
import okno.identity.anomaly.domain.Rule;
import okno.identity.person.domain.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attempts to log in, and findings about them. */
@Repository
public class LogIns {

    private static final String INSERT = """
            insert into log_in (id, person_id, at, succeeded, network, device, country, latitude, longitude)
            values (:id, :person, :at, :succeeded, :network, :device, :country, :latitude, :longitude)
            on conflict (id) do nothing
            """;

    // The person's last log-ins are enough to know habits by; of a network only what is recent counts.
    private static final String AROUND = """
            (select id, person_id, at, succeeded, network, device, country, latitude, longitude
             from log_in where person_id = :person and at <= :at order by at desc limit 500)
            union
            (select id, person_id, at, succeeded, network, device, country, latitude, longitude
             from log_in where network = :network and not succeeded and at > :since and at <= :at
             order by at desc limit 2000)
            """;

    private static final String FOUND = """
            insert into anomaly (id, log_in_id, person_id, rule, action, happened_at, due_at)
            values (:id, :log_in, :person, :rule, :action, :at, :due)
            """;

    private static final String TAKE_DUE = """
            update anomaly set due_at = :again_at
            where id in (select id from anomaly where due_at <= :now order by due_at limit :rows
                         for update skip locked)
            returning id, person_id, action
            """;

    private final JdbcClient jdbc;

    LogIns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding whose action is still to be done. */
    public record Due(UUID id, UUID personId, Action action) {}

    /** False when it is there already. */
    public boolean insert(LogIn attempt) {
        Place place = attempt.place();
        return jdbc.sql(INSERT)
                        .param("id", attempt.id())
                        .param("person", attempt.personId())
                        .param("at", utc(attempt.at()))
                        .param("succeeded", attempt.succeeded())
                        .param("network", attempt.network())
                        .param("device", attempt.device())
                        .param("country", place == null ? null : place.country())
                        .param("latitude", place == null ? null : place.latitude(), Types.DOUBLE)
                        .param("longitude", place == null ? null : place.longitude(), Types.DOUBLE)
                        .update()
                == 1;
    }

    /** All that may matter for judging it. */
    public List<LogIn> around(LogIn attempt, Duration window) {
        return jdbc.sql(AROUND)
                .param("person", attempt.personId())
                .param("network", attempt.network())
                .param("at", utc(attempt.at()))
                .param("since", utc(attempt.at().minus(window)))
                .query((rs, row) -> read(rs))
                .list();
    }

    public void insert(UUID id, Finding finding, Instant happenedAt, Instant now) {
        jdbc.sql(FOUND)
                .param("id", id)
                .param("log_in", finding.logIn())
                .param("person", finding.personId())
                .param("rule", finding.rule().name())
                .param("action", finding.action().name())
                .param("at", utc(happenedAt))
                .param("due", finding.action() == Action.NOTIFY ? null : utc(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Takes those whose action is due; what is not done is due again after the lease. */
    public List<Due> takeDue(int rows, Instant now, Duration lease) {
        return jdbc.sql(TAKE_DUE)
                .param("now", utc(now))
                .param("again_at", utc(now.plus(lease)))
                .param("rows", rows)
                .query((rs, row) -> new Due(
                        rs.getObject("id", UUID.class),
                        rs.getObject("person_id", UUID.class),
                        Action.valueOf(rs.getString("action"))))
                .list();
    }

    public void done(UUID id) {
        jdbc.sql("update anomaly set due_at = null where id = :id")
                .param("id", id)
                .update();
    }

    public List<Found> foundOf(PersonId person) {
        return jdbc.sql("""
                        select id, rule, action, happened_at from anomaly
                        where person_id = :person order by happened_at desc limit 100""")
                .param("person", person.value())
                .query((rs, row) -> new Found(
                        rs.getObject("id", UUID.class),
                        Rule.valueOf(rs.getString("rule")),
                        Action.valueOf(rs.getString("action")),
                        rs.getObject("happened_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    public void forgetBefore(Instant before) {
        jdbc.sql("delete from anomaly where happened_at < :before")
                .param("before", utc(before))
                .update();
        jdbc.sql("delete from log_in where at < :before")
                .param("before", utc(before))
                .update();
    }

    private static LogIn read(ResultSet rs) throws SQLException {
        String country = rs.getString("country");
        return new LogIn(
                rs.getObject("id", UUID.class),
                rs.getObject("person_id", UUID.class),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getBoolean("succeeded"),
                rs.getString("network"),
                rs.getString("device"),
                country == null
                        ? null
                        : new Place(
                                country,
                                rs.getObject("latitude", Double.class),
                                rs.getObject("longitude", Double.class)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
