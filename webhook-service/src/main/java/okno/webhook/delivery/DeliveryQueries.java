package okno.webhook.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.webhook.delivery.domain.DeliveryStatus;
import okno.webhook.endpoint.domain.Owner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an owner reads of deliveries. */
@Component
public class DeliveryQueries {

    private static final String MINE = "(select id from endpoint where :owner in (owner, audience))";
    // What waits, and when it goes out: not before its endpoint works again.
    private static final String PENDING = """
            select p.id, p.endpoint_id, p.event_id, v.type, v.occurred_at, 'PENDING' as status, p.attempts,
                   greatest(p.due_at, h.blocked_until) as next_at, p.created_at, null::timestamptz as finished_at
            from delivery_pending p
            join endpoint_health h on h.endpoint_id = p.endpoint_id
            cross join lateral (select type, occurred_at from event e where e.id = p.event_id offset 0) v
            where p.endpoint_id in %s
            """.formatted(MINE);
    // A delivery that does not wait is what its last attempt says; one that was asked for again has several last ones.
    private static final String DONE = """
            select a.delivery_id, a.endpoint_id, a.event_id, v.type, v.occurred_at, a.outcome, a.number,
                   null::timestamptz, a.created_at, a.started_at + a.duration_ms * interval '1 millisecond'
            from attempt a
            cross join lateral (select type, occurred_at from event e where e.id = a.event_id offset 0) v
            where a.outcome <> 'RETRY' and a.endpoint_id in %s
              and not exists (select from attempt b
                  where b.endpoint_id = a.endpoint_id and b.delivery_id = a.delivery_id and b.number > a.number)
              and not exists (select from delivery_pending p
                  where p.endpoint_id = a.endpoint_id and p.id = a.delivery_id)
            """.formatted(MINE);
    private static final String ONE = PENDING + "and p.id = :id union all " + DONE + "and a.delivery_id = :id";
    private static final String FILTER = """
            and (cast(:endpoint as uuid) is null or %1$s.endpoint_id = cast(:endpoint as uuid))
            and (cast(:eventType as text) is null or v.type = cast(:eventType as text))
            and (cast(:after as uuid) is null or %1$s.%2$s < cast(:after as uuid))
            """;
    private static final String PAGE =
            """
            select * from (
                (%s and coalesce(:status, 'PENDING') = 'PENDING' %s order by p.id desc limit :limit)
                union all
                (%s and a.outcome = coalesce(:status, a.outcome) %s order by a.delivery_id desc limit :limit)) both_kinds
            order by id desc limit :limit
            """.formatted(PENDING, FILTER.formatted("p", "id"), DONE, FILTER.formatted("a", "delivery_id"));
    private static final String ATTEMPTS = """
            select number, started_at, duration_ms, status_code, failure, response_start
            from attempt where delivery_id = :id and endpoint_id = :endpoint order by number
            """;
    private static final String COUNT_PENDING = "select count(*) from delivery_pending";

    private final JdbcClient jdbc;

    DeliveryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to look for; null: no matter. */
    public record Filter(
            @Nullable UUID endpoint,
            @Nullable DeliveryStatus status,
            @Nullable String eventType) {}

    /**
     * A delivery.
     *
     * @param nextAttemptAt when it is tried again; null when it is not
     */
    public record Delivery(
            UUID id,
            UUID endpointId,
            UUID eventId,
            String eventType,
            Instant occurredAt,
            DeliveryStatus status,
            int attempts,
            @Nullable Instant nextAttemptAt,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    /** One attempt; exactly one of status code and failure. */
    public record Attempt(
            int number,
            Instant startedAt,
            int durationMs,
            @Nullable Integer statusCode,
            @Nullable String failure,
            @Nullable String responseStart) {}

    /** The newest first; one more than the limit, when there are more. */
    public List<Delivery> page(Caller caller, Filter filter, @Nullable String after, int limit) {
        return jdbc.sql(PAGE)
                .param("owner", Owner.of(caller).key())
                .param("endpoint", filter.endpoint())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("eventType", filter.eventType())
                .param("after", after)
                .param("limit", limit + 1)
                .query(DeliveryQueries::delivery)
                .list();
    }

    /** The delivery, or {@code not_found}. */
    public Delivery get(Caller caller, UUID id) {
        return jdbc.sql(ONE)
                .param("owner", Owner.of(caller).key())
                .param("id", id)
                .query(DeliveryQueries::delivery)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** All attempts of a delivery that {@link #get} let the caller see. */
    public List<Attempt> attempts(Delivery delivery) {
        return jdbc.sql(ATTEMPTS)
                .param("id", delivery.id())
                .param("endpoint", delivery.endpointId())
                .query((row, number) -> new Attempt(
                        row.getInt(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getInt(3),
                        row.getObject(4, Integer.class),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /** How many deliveries wait, of all owners. */
    long pending() {
        return jdbc.sql(COUNT_PENDING).query(Long.class).single();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        DeliveryStatus status = DeliveryStatus.valueOf(row.getString("status"));
        OffsetDateTime next = row.getObject("next_at", OffsetDateTime.class);
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                status,
                row.getInt("attempts"),
                next == null ? null : next.toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
