package okno.application.scan.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A queue in a table: a claimed file is due again when its lease ends, so a crashed worker loses nothing. */
@Repository
public class ScanTaskRows {

    private static final String ADD_PAPER =
            "insert into scan_task (document_id, paper_id, due_at) values (:id, :id, :now)";
    private static final String ADD_PERSONAL_DOCUMENT =
            "insert into scan_task (document_id, personal_document_id, due_at) values (:id, :id, :now)";
    private static final String CLAIM = """
            update scan_task
               set attempts = attempts + 1, due_at = :leaseEnd
             where document_id in (select document_id
                                     from scan_task
                                    where due_at <= :now
                                    order by due_at
                                      for update skip locked
                                    limit :limit)
            returning document_id, attempts
            """;
    private static final String RETRY = """
            update scan_task set due_at = :dueAt, last_fault = :fault where document_id = :id
            """;
    private static final String DONE = "delete from scan_task where document_id = :id";
    private static final String WAITING = "select count(*) from (select 1 from scan_task limit 100000) as waiting";

    private final JdbcClient jdbc;

    ScanTaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file in hand; {@code attempts} counts this one. */
    public record Claimed(UUID documentId, int attempts) {}

    public void addPaper(UUID documentId, Instant now) {
        jdbc.sql(ADD_PAPER).param("id", documentId).param("now", time(now)).update();
    }

    public void addPersonalDocument(UUID documentId, Instant now) {
        jdbc.sql(ADD_PERSONAL_DOCUMENT)
                .param("id", documentId)
                .param("now", time(now))
                .update();
    }

    /** Takes due files; nobody else gets them before the lease ends. Commits on its own. */
    public List<Claimed> claim(int limit, Instant now, Duration lease) {
        return jdbc.sql(CLAIM)
                .param("now", time(now))
                .param("leaseEnd", time(now.plus(lease)))
                .param("limit", limit)
                .query((row, i) -> new Claimed(row.getObject("document_id", UUID.class), row.getInt("attempts")))
                .list();
    }

    public void retry(UUID documentId, Instant dueAt, String fault) {
        jdbc.sql(RETRY)
                .param("id", documentId)
                .param("dueAt", time(dueAt))
                .param("fault", fault)
                .update();
    }

    /** True when it was still waiting: false means that somebody else has finished it, or that it was removed. */
    public boolean done(UUID documentId) {
        return jdbc.sql(DONE).param("id", documentId).update() > 0;
    }

    /** Files that wait, counted to 100,000. */
    public long waiting() {
        return jdbc.sql(WAITING).query(Long.class).single();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
