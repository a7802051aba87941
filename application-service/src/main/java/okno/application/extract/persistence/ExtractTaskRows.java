package okno.application.extract.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A queue in a table: a claimed task is due again when its lease ends, so a crashed worker loses nothing. */
@Repository
public class ExtractTaskRows {

    private static final String ADD = "insert into extract_task (application_id, due_at) values (:id, :now)";
    private static final String CLAIM = """
            update extract_task
               set attempts = attempts + 1, due_at = :leaseEnd
             where application_id in (select application_id
                                        from extract_task
                                       where due_at <= :now
                                       order by due_at
                                         for update skip locked
                                       limit :limit)
            returning application_id, attempts
            """;
    private static final String RETRY = """
            update extract_task set due_at = :dueAt, last_fault = :fault where application_id = :id
            """;
    private static final String DONE = "delete from extract_task where application_id = :id";

    private final JdbcClient jdbc;

    ExtractTaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A task in hand; {@code attempts} counts this one. */
    public record Claimed(UUID applicationId, int attempts) {}

    public void add(UUID applicationId, Instant now) {
        jdbc.sql(ADD).param("id", applicationId).param("now", time(now)).update();
    }

    /** Takes due tasks; nobody else gets them before the lease ends. Commits on its own. */
    public List<Claimed> claim(int limit, Instant now, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("now", time(now))
                .param("leaseEnd", time(now.plus(lease)))
                .param("limit", limit)
                .query((row, i) -> new Claimed(row.getObject("application_id", UUID.class), row.getInt("attempts")))
                .list();
    }

    public void retry(UUID applicationId, Instant dueAt, String fault) {
        jdbc.sql(RETRY)
                .param("id", applicationId)
                .param("dueAt", time(dueAt))
                .param("fault", fault)
                .update();
    }

    /** True when the task was still there: false means that somebody else has finished it. */
    public boolean done(UUID applicationId) {
        return jdbc.sql(DONE).param("id", applicationId).update() > 0;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
