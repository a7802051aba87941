package okno.webhook.delivery.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Makes deliveries due once more, from the beginning of their schedule. */
@Repository
public class Repeats {

    private static final String ONE = """
            update delivery d set status = 'PENDING', step = 0, due_at = :now, finished_at = null, lease = null
            from endpoint e
            where e.id = d.endpoint_id and :owner in (e.owner, e.audience) and d.id = :id and d.status <> 'SENDING'
            """;
    private static final String EXISTS = """
            select count(*) from delivery d join endpoint e on e.id = d.endpoint_id
            where :owner in (e.owner, e.audience) and d.id = :id
            """;
    // Events the endpoint has no delivery of (it was not there, or disabled) get one; those under way are left alone.
    private static final String RANGE = """
            insert into delivery (id, endpoint_id, event_id, status, due_at, created_at)
            select uuidv7(), e.id, a.event_id, 'PENDING', :now, :now
            from endpoint e
            join audience_event a on a.audience = e.audience
            join event v on v.id = a.event_id and v.type = any (e.event_types)
                and v.occurred_at >= :from and v.occurred_at < :to
            where e.id = :endpointId
            order by a.position
            on conflict (endpoint_id, event_id)
            do update set status = 'PENDING', step = 0, due_at = excluded.due_at, finished_at = null, lease = null
            where delivery.finished_at is not null
            """;

    private final JdbcClient jdbc;

    Repeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes one delivery due; one that is being sent at the moment is left to that. */
    public void one(UUID id, String owner, Instant now) {
        jdbc.sql(ONE)
                .param("id", id)
                .param("owner", owner)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public boolean exists(UUID id, String owner) {
        return jdbc.sql(EXISTS)
                        .param("id", id)
                        .param("owner", owner)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Makes all events of a time due for the endpoint; how many. */
    public int range(UUID endpointId, Instant from, Instant to, Instant now) {
        return jdbc.sql(RANGE)
                .param("endpointId", endpointId)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
