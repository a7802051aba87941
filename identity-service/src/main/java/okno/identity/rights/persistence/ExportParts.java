package okno.identity.rights.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.identity.rights.domain.ExportPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parts of exports: what is still to be asked for, and what came. */
@Repository
public class ExportParts {

    private static final String SELECT =
            "select request_id, service, collected, attempts, records, files, lost from export_part ";

    private static final String TAKE_DUE = """
            update export_part set due_at = :again, attempts = attempts + 1
            where (request_id, service) in (select request_id, service from export_part
                                            where not collected and due_at <= :now
                                            order by due_at limit :rows for update skip locked)
            returning request_id, service, collected, attempts, records, files, lost
            """;

    private static final String COLLECTED = """
            update export_part set collected = true, records = :records, files = :files, lost = :lost, fault = null
            where request_id = :request and service = :service
            """;

    private final JdbcClient jdbc;

    ExportParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UUID requestId, String service, Instant now) {
        jdbc.sql("insert into export_part (request_id, service, due_at) values (:request, :service, :now)")
                .param("request", requestId)
                .param("service", service)
                .param("now", utc(now))
                .update();
    }

    public List<ExportPart> of(UUID requestId) {
        return jdbc.sql(SELECT + "where request_id = :request order by service")
                .param("request", requestId)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** Takes those that are due, and counts the attempt; whoever crashes loses it after the lease. */
    public List<ExportPart> takeDue(int rows, Instant now, Duration lease) {
        return jdbc.sql(TAKE_DUE)
                .param("now", utc(now))
                .param("again", utc(now.plus(lease)))
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    public void collected(ExportPart part, long records, int files, List<String> lost) {
        jdbc.sql(COLLECTED)
                .param("request", part.requestId())
                .param("service", part.service())
                .param("records", records)
                .param("files", files)
                .param("lost", lost.toArray(String[]::new))
                .update();
    }

    public void failed(ExportPart part, String fault, Instant again) {
        jdbc.sql("update export_part set fault = :fault, due_at = :again"
                        + " where request_id = :request and service = :service and not collected")
                .param("request", part.requestId())
                .param("service", part.service())
                .param("fault", fault)
                .param("again", utc(again))
                .update();
    }

    /** Nothing of the request is asked for any more. */
    public void giveUp(UUID requestId) {
        jdbc.sql("delete from export_part where request_id = :request and not collected")
                .param("request", requestId)
                .update();
    }

    private static ExportPart read(ResultSet rs) throws SQLException {
        return new ExportPart(
                rs.getObject("request_id", UUID.class),
                rs.getString("service"),
                rs.getBoolean("collected"),
                rs.getInt("attempts"),
                rs.getObject("records", Long.class),
                rs.getObject("files", Integer.class),
                List.of((String[]) rs.getArray("lost").getArray()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
