package okno.webhook.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

    private static final String COLUMNS = """
            select d.id, d.endpoint_id, d.event_id, v.type, v.occurred_at, d.status, d.attempts, d.due_at, d.created_at,
                   d.finished_at
            from delivery d join endpoint e on e.id = d.endpoint_id join event v on v.id = d.event_id
            where :owner in (e.owner, e.audience)
            """;
    private static final String ONE = COLUMNS + "and d.id = :id";
    private static final String PAGE = COLUMNS + """
            and (cast(:endpoint as uuid) is null or d.endpoint_id = cast(:endpoint as uuid))
            and (cast(:status as text) is null or d.status = cast(:status as text))
            and (cast(:eventType as text) is null or v.type = cast(:eventType as text))
            and (cast(:after as uuid) is null or d.id < cast(:after as uuid))
            order by d.id desc limit :limit
            """;
    private static final String ATTEMPTS = """
            select number, started_at, duration_ms, status_code, failure, response_start
            from attempt where delivery_id = :id order by number
            """;
    private static final String UNFINISHED = """
            select status, count(*) from delivery
            where finished_at is null or status = 'EXHAUSTED' group by status
            """;

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
    public List<Attempt> attempts(UUID id) {
        return jdbc.sql(ATTEMPTS)
                .param("id", id)
                .query((row, number) -> new Attempt(
                        row.getInt(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getInt(3),
                        row.getObject(4, Integer.class),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }

    /** How many deliveries are not done, by status, of all owners. */
    Map<DeliveryStatus, Long> unfinished() {
        Map<DeliveryStatus, Long> counts = new EnumMap<>(DeliveryStatus.class);
        for (DeliveryStatus status :
                List.of(DeliveryStatus.PENDING, DeliveryStatus.SENDING, DeliveryStatus.EXHAUSTED)) {
            counts.put(status, 0L);
        }
        jdbc.sql(UNFINISHED).query(row -> {
            counts.put(DeliveryStatus.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        DeliveryStatus status = DeliveryStatus.valueOf(row.getString("status"));
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("endpoint_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                status,
                row.getInt("attempts"),
                status == DeliveryStatus.PENDING
                        ? row.getObject("due_at", OffsetDateTime.class).toInstant()
                        : null,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
