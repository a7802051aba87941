package okno.application.result.persistence;

import java.time.Instant;
import java.util.UUID;
import okno.application.task.persistence.TaskRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decided applications whose results are still to be made. */
@Repository
public class ResultTaskRows extends TaskRows {

    private static final String ADD =
            "insert into result_task (application_id, due_at) values (:id, :now) on conflict do nothing";

    private final JdbcClient jdbc;

    ResultTaskRows(JdbcClient jdbc) {
        super(jdbc, "result_task", "application_id");
        this.jdbc = jdbc;
    }

    public void add(UUID applicationId, Instant now) {
        jdbc.sql(ADD).param("id", applicationId).param("now", time(now)).update();
    }
}
