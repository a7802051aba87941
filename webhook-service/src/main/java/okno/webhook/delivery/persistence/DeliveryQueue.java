package okno.webhook.delivery.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Due deliveries, handed out endpoint by endpoint. */
@Repository
public class DeliveryQueue {

    /*
     * lane: endpoints that may be sent to, each with the room left in its window: one while it fails, so that it is
     * probed and not hammered. Its row lock lets one process at a time hand out an endpoint's rows; others skip it.
     * due: the oldest due rows of each lane, at most as many as fit. turn: the first of every endpoint, then the second
     * of every endpoint, so that a long backlog waits behind nobody and nobody behind it.
     * The last condition is looked at again on the newest version of a row, should it have been claimed meanwhile.
     */
    private static final String CLAIM = """
            with lane as materialized (
                select h.endpoint_id, e.url, case when h.failures < :threshold then :perEndpoint else 1 end
                    - (select count(*) from delivery s
                       where s.endpoint_id = h.endpoint_id and s.status = 'SENDING' and s.due_at > :now) as room
                from endpoint_health h join endpoint e on e.id = h.endpoint_id
                where e.state = 'ACTIVE' and (h.blocked_until is null or h.blocked_until <= :now)
                  and exists (select from delivery d
                              where d.endpoint_id = h.endpoint_id and d.finished_at is null and d.due_at <= :now)
                for update of h skip locked
            ), due as (
                select lane.endpoint_id, lane.url, d.id,
                       row_number() over (partition by lane.endpoint_id order by d.due_at, d.id) as turn, d.due_at
                from lane cross join lateral (
                    select id, due_at from delivery
                    where endpoint_id = lane.endpoint_id and finished_at is null and due_at <= :now
                    order by due_at, id limit greatest(lane.room, 0)) d
            ), turns as (
                select * from due order by turn, due_at limit :limit
            ), claimed as (
                update delivery d
                set status = 'SENDING', due_at = :leaseUntil, lease = :lease, attempts = d.attempts + 1
                from turns
                where d.endpoint_id = turns.endpoint_id and d.id = turns.id
                  and d.finished_at is null and d.due_at <= :now
                returning d.id, d.endpoint_id, d.event_id, d.attempts, d.step, turns.url
            )
            select c.id, c.endpoint_id, c.url, c.event_id, c.attempts, c.step, v.type, v.occurred_at, v.body
            from claimed c join event v on v.id = c.event_id
            """;

    private final JdbcClient jdbc;

    DeliveryQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How to claim.
     *
     * @param limit rows at most
     * @param perEndpoint rows of one endpoint that may be in flight at a time
     * @param threshold failures in a row from which an endpoint gets one probe only
     */
    public record Window(int limit, int perEndpoint, int threshold) {}

    /**
     * A delivery that this process alone may send until its lease ends.
     *
     * @param lease proves the claim when the result is written
     * @param attempt number of this attempt, from 1
     * @param step how many attempts of the schedule were made before
     */
    public record ClaimedDelivery(
            UUID id,
            UUID endpointId,
            String url,
            UUID eventId,
            UUID lease,
            int attempt,
            int step,
            String type,
            Instant occurredAt,
            byte[] body) {}

    /** Claims what is due; nobody else gets it before the lease ends. */
    public List<ClaimedDelivery> claim(Window window, UUID lease, Instant now, Instant leaseUntil) {
        return jdbc.sql(CLAIM)
                .param("limit", window.limit())
                .param("perEndpoint", window.perEndpoint())
                .param("threshold", window.threshold())
                .param("lease", lease)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("leaseUntil", leaseUntil.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ClaimedDelivery(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        lease,
                        row.getInt(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        row.getBytes(9)))
                .list();
    }
}
