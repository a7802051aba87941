package okno.webhook.delivery.persistence;

import static okno.webhook.delivery.persistence.Columns.utc;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes deliveries due once more, from the beginning of their schedule. */
@Repository
public class Repeats {

    private static final String PENDING = """
            update delivery_pending p set step = 0, due_at = :now
            from endpoint e
            where e.id = p.endpoint_id and :owner in (e.owner, e.audience) and p.id = :id
            returning p.endpoint_id
            """;
    private static final String DONE = """
            insert into delivery_pending (endpoint_id, id, event_id, subject, attempts, due_at, created_at)
            select a.endpoint_id, a.delivery_id, a.event_id, v.application_id, a.number, :now, a.created_at
            from attempt a
            join endpoint e on e.id = a.endpoint_id and :owner in (e.owner, e.audience)
            join event v on v.id = a.event_id
            where a.delivery_id = :id
            order by a.number desc limit 1
            on conflict (endpoint_id, id) do nothing
            returning endpoint_id
            """;
    // What is pending is left alone: it goes out anyway. What the endpoint never had (it was not there, or disabled) is
    // made. Attempts go on counting where they stopped.
    private static final String RANGE = """
            insert into delivery_pending (endpoint_id, id, event_id, subject, attempts, due_at, created_at)
            select e.id, delivery_id(e.id, a.position), a.event_id, v.application_id,
                   coalesce((select max(t.number) from attempt t
                             where t.endpoint_id = e.id and t.delivery_id = delivery_id(e.id, a.position)), 0),
                   :now, :now
            from endpoint e
            join audience_event a on a.audience = e.audience
            join event v on v.id = a.event_id and v.type = any (e.event_types)
                and v.occurred_at >= :from and v.occurred_at < :to
            left join application_scope s on s.application_id = v.application_id
            where e.id = :endpointId
                and (e.services = '{}' or s.service = any (e.services))
                and (e.subjects = '{}' or v.application_id = any (e.subjects))
                %s
            order by a.position
            on conflict (endpoint_id, id) do nothing
            """;
    private static final String ALL = RANGE.formatted("");
    private static final String MISSED = RANGE.formatted("""
            and not exists (select from attempt t
                            where t.endpoint_id = e.id and t.delivery_id = delivery_id(e.id, a.position)
                              and t.outcome = 'DELIVERED')
            """);

    private final JdbcClient jdbc;

    Repeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes one delivery of the owner due and returns its endpoint; empty when the owner has none of this id. */
    public Optional<UUID> one(UUID id, String owner, Instant now) {
        return one(PENDING, id, owner, now).or(() -> one(DONE, id, owner, now));
    }

    private Optional<UUID> one(String sql, UUID id, String owner, Instant now) {
        return jdbc.sql(sql)
                .param("id", id)
                .param("owner", owner)
                .param("now", utc(now))
                .query(UUID.class)
                .optional();
    }

    /** Makes all events of a time due for the endpoint, but those that wait already; how many. */
    public int range(UUID endpointId, Instant from, Instant to, Instant now) {
        return range(ALL, endpointId, from, to, now);
    }

    /** The same without those that the endpoint took. */
    public int missed(UUID endpointId, Instant from, Instant to, Instant now) {
        return range(MISSED, endpointId, from, to, now);
    }

    private int range(String sql, UUID endpointId, Instant from, Instant to, Instant now) {
        return jdbc.sql(sql)
                .param("endpointId", endpointId)
                .param("from", utc(from))
                .param("to", utc(to))
                .param("now", utc(now))
                .update();
    }
}
