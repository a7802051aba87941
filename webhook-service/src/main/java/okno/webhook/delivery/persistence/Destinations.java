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
import okno.webhook.delivery.domain.Breaker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Endpoints as the engine sees them. */
@Repository
public class Destinations {

    private static final String COLUMNS = """
            select e.id, e.shard, e.url, e.state = 'ACTIVE' as active, e.ordered, e.changed_at,
                   h.failures, h.failing_since, h.blocked_until,
                   (select min(due_at) from delivery_pending p
                    where p.endpoint_id = e.id and p.step > 0 and p.due_at > :now) as next_retry
            from endpoint e join endpoint_health h on h.endpoint_id = e.id
            """;
    private static final String BY_IDS = COLUMNS + "where e.id = any (cast(:ids as uuid[]))";
    private static final String OF_SHARDS = COLUMNS + "where e.shard = any (cast(:shards as smallint[]))";
    private static final String CHANGED = OF_SHARDS + " and e.changed_at > :since";
    private static final String EXISTING = "select id from endpoint where id = any (cast(:ids as uuid[]))";

    private final JdbcClient jdbc;

    Destinations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An endpoint.
     *
     * @param active true when events are sent to it now
     * @param changedAt when anything of it changed that the engine looks at, its secrets included
     * @param nextRetry when the next of its retries is due that is not due yet; null when there is none
     */
    public record Destination(
            UUID id,
            short shard,
            String url,
            boolean active,
            boolean ordered,
            Instant changedAt,
            Breaker breaker,
            @Nullable Instant nextRetry) {}

    public List<Destination> byIds(Collection<UUID> ids, Instant now) {
        return jdbc.sql(BY_IDS)
                .param("ids", texts(ids, id -> id))
                .param("now", utc(now))
                .query(Destinations::destination)
                .list();
    }

    public List<Destination> ofShards(Collection<Short> shards, Instant now) {
        return jdbc.sql(OF_SHARDS)
                .param("shards", texts(shards, shard -> shard))
                .param("now", utc(now))
                .query(Destinations::destination)
                .list();
    }

    /** Endpoints of the shards that changed after this time. */
    public List<Destination> changed(Collection<Short> shards, Instant since, Instant now) {
        return jdbc.sql(CHANGED)
                .param("shards", texts(shards, shard -> shard))
                .param("since", utc(since))
                .param("now", utc(now))
                .query(Destinations::destination)
                .list();
    }

    /** Those of the ids that still are endpoints. */
    public List<UUID> existing(Collection<UUID> ids) {
        return jdbc.sql(EXISTING)
                .param("ids", texts(ids, id -> id))
                .query(UUID.class)
                .list();
    }

    private static Destination destination(ResultSet row, int number) throws SQLException {
        return new Destination(
                row.getObject("id", UUID.class),
                row.getShort("shard"),
                row.getString("url"),
                row.getBoolean("active"),
                row.getBoolean("ordered"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new Breaker(row.getInt("failures"), instant(row, "failing_since"), instant(row, "blocked_until")),
                instant(row, "next_retry"));
    }
}
