package okno.application.scan.persistence;

import java.time.Instant;
import java.util.UUID;
import okno.application.task.persistence.TaskRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that wait for their scan. */
@Repository
public class ScanTaskRows extends TaskRows {

    private static final String ADD_PAPER =
            "insert into scan_task (document_id, paper_id, due_at) values (:id, :id, :now)";
    private static final String ADD_PERSONAL_DOCUMENT =
            "insert into scan_task (document_id, personal_document_id, due_at) values (:id, :id, :now)";
    private static final String WAITING = "select count(*) from (select 1 from scan_task limit 100000) as waiting";

    private final JdbcClient jdbc;

    ScanTaskRows(JdbcClient jdbc) {
        super(jdbc, "scan_task", "document_id");
        this.jdbc = jdbc;
    }

    public void addPaper(UUID documentId, Instant now) {
        jdbc.sql(ADD_PAPER).param("id", documentId).param("now", time(now)).update();
    }

    public void addPersonalDocument(UUID documentId, Instant now) {
        jdbc.sql(ADD_PERSONAL_DOCUMENT)
                .param("id", documentId)
                .param("now", time(now))
                .update();
    }

    /** Files that wait, counted to 100,000. */
    public long waiting() {
        return jdbc.sql(WAITING).query(Long.class).single();
    }
}
