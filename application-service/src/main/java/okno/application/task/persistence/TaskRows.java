package okno.application.task.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A queue in a table: a claimed task is due again when its lease ends, so a crashed worker loses nothing. */
public abstract class TaskRows {

    private static final String CLAIM = """
            update {table}
               set attempts = attempts + 1, due_at = :leaseEnd
             where {id} in (select {id}
                              from {table}
                             where due_at <= :now
                             order by due_at
                               for update skip locked
                             limit :limit)
            returning {id}, attempts
            """;
    private static final String RETRY = "update {table} set due_at = :dueAt, last_fault = :fault where {id} = :id";
    private static final String DONE = "delete from {table} where {id} = :id";

    private final JdbcClient jdbc;
    private final String id;
    private final String claim;
    private final String retry;
    private final String done;

    /**
     * @param table a name written in the code
     * @param id its primary key, likewise
     */
    protected TaskRows(JdbcClient jdbc, String table, String id) {
        this.jdbc = jdbc;
        this.id = id;
        this.claim = of(CLAIM, table, id);
        this.retry = of(RETRY, table, id);
        this.done = of(DONE, table, id);
    }

    private static String of(String statement, String table, String id) {
        return statement.replace("{table}", table).replace("{id}", id);
    }

    /** A task in hand; {@code attempts} counts this one. */
    public record Claimed(UUID id, int attempts) {}

    /** Takes due tasks; nobody else gets them before the lease ends. Commits on its own. */
    public List<Claimed> claim(int limit, Instant now, Duration lease) {
        return jdbc.sql(claim)
                .param("now", time(now))
                .param("leaseEnd", time(now.plus(lease)))
                .param("limit", limit)
                .query((row, i) -> new Claimed(row.getObject(id, UUID.class), row.getInt("attempts")))
                .list();
    }

    public void retry(UUID task, Instant dueAt, String fault) {
        jdbc.sql(retry)
                .param("id", task)
                .param("dueAt", time(dueAt))
                .param("fault", fault)
                .update();
    }

    /** True when the task was still there: false means that somebody else has finished it, or that it was removed. */
    public boolean done(UUID task) {
        return jdbc.sql(done).param("id", task).update() > 0;
    }

    protected static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
