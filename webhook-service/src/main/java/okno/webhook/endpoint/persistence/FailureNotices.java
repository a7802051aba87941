package okno.webhook.endpoint.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which failures have been announced. A row is what makes one of several replicas announce, and only once. */
@Repository
public class FailureNotices {

    // blocked_until is set while the endpoint's breaker is open: single failures are nobody's business.
    private static final String BEGIN = """
            with announced as (
                insert into endpoint_notice (endpoint_id, failing_since, announced_at)
                select h.endpoint_id, h.failing_since, :now
                from endpoint_health h join endpoint e on e.id = h.endpoint_id
                where h.blocked_until is not null and h.failing_since <= :before and e.state = 'ACTIVE'
                on conflict (endpoint_id) do nothing
                returning endpoint_id, failing_since)
            select n.endpoint_id, n.failing_since, (
                select coalesce(a.failure, 'STATUS_' || a.status_code) from attempt a
                where a.endpoint_id = n.endpoint_id and a.started_at >= n.failing_since
                order by a.started_at desc limit 1) as reason
            from announced n
            """;
    private static final String END = """
            delete from endpoint_notice n using endpoint_health h, endpoint e
            where h.endpoint_id = n.endpoint_id and e.id = n.endpoint_id
                and e.state = 'ACTIVE' and h.failing_since is null
            returning n.endpoint_id, n.failing_since, null as reason
            """;

    private final JdbcClient jdbc;

    FailureNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A change in the health of an endpoint.
     *
     * @param since the first of the failures in a row
     * @param reason what the last attempt came to; null when not known
     */
    public record Change(
            UUID endpointId, Instant since, @Nullable String reason) {}

    /** Endpoints that have failed since before then and were not announced yet. */
    public List<Change> begin(Instant failingBefore, Instant now) {
        return jdbc.sql(BEGIN)
                .param("before", failingBefore.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(FailureNotices::change)
                .list();
    }

    /** Announced endpoints that take messages again. */
    public List<Change> end() {
        return jdbc.sql(END).query(FailureNotices::change).list();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3));
    }
}
