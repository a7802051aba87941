package okno.webhook.delivery.persistence;

import static okno.webhook.delivery.persistence.Columns.instant;
import static okno.webhook.delivery.persistence.Columns.texts;
import static okno.webhook.delivery.persistence.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import okno.webhook.delivery.domain.PendingDelivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is to be sent, the next rows of many endpoints at once. */
@Repository
public class PendingDeliveries {

    /*
     * fresh: the next rows of an endpoint in the order of the feed; for an ordered one without subjects that wait for a
     * retry. again: rows whose retry is due. Both are ranges of an index, however long the backlog. Each body is looked
     * up by its key (offset 0 keeps the planner from reading all of them).
     */
    static final String LOAD = """
            select p.endpoint_id, p.id, p.event_id, p.subject, p.step, p.attempts, p.failed_at, p.created_at, v.type,
                   v.occurred_at, v.body
            from unnest(:endpoints, :after, :limits, :ordered) as w (endpoint, after, n, ordered)
            cross join lateral (
                (select f.* from delivery_pending f
                 where f.endpoint_id = w.endpoint::uuid and f.step = 0 and f.id > w.after::uuid
                   and (w.ordered = 'false' or not exists (
                        select from delivery_pending b
                        where b.endpoint_id = w.endpoint::uuid and b.step > 0 and b.subject = f.subject))
                 order by f.id limit w.n::int)
                union all
                (select a.* from delivery_pending a
                 where a.endpoint_id = w.endpoint::uuid and a.step > 0 and a.due_at <= :now
                 order by a.due_at, a.id limit w.n::int)) p
            cross join lateral (select type, occurred_at, body from event e where e.id = p.event_id offset 0) v
            """;
    private static final String WITH_WORK = """
            select w.endpoint::uuid from unnest(:endpoints, :fresh, :again) as w (endpoint, fresh, again)
            where exists (
                    select from delivery_pending where endpoint_id = w.endpoint::uuid and step = 0 offset w.fresh::int)
               or exists (
                    select from delivery_pending
                    where endpoint_id = w.endpoint::uuid and step > 0 and due_at <= :now offset w.again::int)
            """;

    private final JdbcClient jdbc;

    PendingDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What of an endpoint to read.
     *
     * @param after the last row read before, of those that never failed
     * @param limit rows that never failed at most, and as many again of those whose retry is due
     */
    public record Wish(UUID endpointId, UUID after, int limit, boolean ordered) {}

    /** For each endpoint first the rows that never failed, in order. */
    public List<PendingDelivery> load(Collection<Wish> wishes, Instant now) {
        return jdbc.sql(LOAD)
                .param("endpoints", texts(wishes, Wish::endpointId))
                .param("after", texts(wishes, Wish::after))
                .param("limits", texts(wishes, Wish::limit))
                .param("ordered", texts(wishes, Wish::ordered))
                .param("now", utc(now))
                .query(PendingDeliveries::pending)
                .list();
    }

    /**
     * Rows of an endpoint that somebody is busy with.
     *
     * @param fresh of those that never failed
     * @param again of those whose retry was due
     */
    public record Expected(UUID endpointId, int fresh, int again) {}

    /** Those of the endpoints that have something to send now besides what is expected. */
    public List<UUID> withWork(Collection<Expected> endpoints, Instant now) {
        return jdbc.sql(WITH_WORK)
                .param("endpoints", texts(endpoints, Expected::endpointId))
                .param("fresh", texts(endpoints, Expected::fresh))
                .param("again", texts(endpoints, Expected::again))
                .param("now", utc(now))
                .query(UUID.class)
                .list();
    }

    private static PendingDelivery pending(ResultSet row, int number) throws SQLException {
        return new PendingDelivery(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getInt(5),
                row.getInt(6),
                instant(row, "failed_at"),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getBytes(11));
    }
}
