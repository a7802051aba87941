package okno.application.extract.persistence;

import java.time.Instant;
import java.util.UUID;
import okno.application.task.persistence.TaskRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications whose extract is still to be delivered. */
@Repository
public class ExtractTaskRows extends TaskRows {

    private static final String ADD = "insert into extract_task (application_id, due_at) values (:id, :now)";

    private final JdbcClient jdbc;

    ExtractTaskRows(JdbcClient jdbc) {
        super(jdbc, "extract_task", "application_id");
        this.jdbc = jdbc;
    }

    public void add(UUID applicationId, Instant now) {
        jdbc.sql(ADD).param("id", applicationId).param("now", time(now)).update();
    }
}
