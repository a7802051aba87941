package okno.webhook.delivery.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import okno.webhook.delivery.domain.Outcome;
import okno.webhook.delivery.persistence.DeliveryQueue.ClaimedDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down attempts, what they mean for their delivery, and the health of endpoints. */
@Repository
public class Attempts {

    // The delivery may be gone with its endpoint: then there is nothing to write down.
    private static final String INSERT = """
            insert into attempt (delivery_id, endpoint_id, number, started_at, duration_ms, status_code, failure,
                response_start)
            select d.id, d.endpoint_id, :number, :startedAt, :durationMs, :statusCode, :failure, :responseStart
            from delivery d where d.endpoint_id = :endpointId and d.id = :id
            on conflict do nothing
            """;
    // Only the holder of the lease decides: a result that comes after another process took over changes nothing.
    private static final String APPLY = """
            update delivery
            set status = :status, step = step + 1, due_at = :dueAt, finished_at = :finishedAt, lease = null
            where endpoint_id = :endpointId and id = :id and lease = :lease
            """;
    private static final String LOCK_HEALTH = """
            select failures, failing_since, blocked_until from endpoint_health
            where endpoint_id = :endpointId for update
            """;
    private static final String IS_FAILING = "select failures > 0 from endpoint_health where endpoint_id = :endpointId";
    private static final String SET_HEALTH = """
            update endpoint_health
            set failures = :failures, failing_since = :failingSince, blocked_until = :blockedUntil
            where endpoint_id = :endpointId
            """;
    private static final String HASTEN = """
            update delivery set due_at = :now
            where endpoint_id = :endpointId and finished_at is null and status = 'PENDING' and due_at > :now
            """;

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is written down of an attempt; exactly one of status code and failure. */
    public record Attempt(
            Instant startedAt,
            Duration duration,
            @Nullable Integer statusCode,
            @Nullable String failure,
            @Nullable String responseStart) {}

    /** How an endpoint has been doing. */
    public record Health(
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant blockedUntil) {

        public static final Health GOOD = new Health(0, null, null);
    }

    public void insert(ClaimedDelivery delivery, Attempt attempt) {
        jdbc.sql(INSERT)
                .param("id", delivery.id())
                .param("endpointId", delivery.endpointId())
                .param("number", delivery.attempt())
                .param("startedAt", utc(attempt.startedAt()))
                .param("durationMs", attempt.duration().toMillis())
                .param("statusCode", attempt.statusCode())
                .param("failure", attempt.failure())
                .param("responseStart", attempt.responseStart())
                .update();
    }

    /** Applies the outcome; false when the lease is no longer ours. */
    public boolean apply(ClaimedDelivery delivery, Outcome outcome, Instant now) {
        String status =
                switch (outcome) {
                    case Outcome.Delivered delivered -> "DELIVERED";
                    case Outcome.WillRetry retry -> "PENDING";
                    case Outcome.GaveUp gaveUp -> "EXHAUSTED";
                };
        Instant dueAt = outcome instanceof Outcome.WillRetry(Instant at) ? at : now;
        return jdbc.sql(APPLY)
                        .param("endpointId", delivery.endpointId())
                        .param("id", delivery.id())
                        .param("lease", delivery.lease())
                        .param("status", status)
                        .param("dueAt", utc(dueAt))
                        .param("finishedAt", outcome instanceof Outcome.WillRetry ? null : utc(now))
                        .update()
                > 0;
    }

    /** Read without a lock: the usual answer is no, and a healthy endpoint must not queue for its own row. */
    public boolean isFailing(UUID endpointId) {
        return jdbc.sql(IS_FAILING)
                .param("endpointId", endpointId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public Health lockHealth(UUID endpointId) {
        return jdbc.sql(LOCK_HEALTH)
                .param("endpointId", endpointId)
                .query((row, number) -> new Health(
                        row.getInt(1),
                        instant(row.getObject(2, OffsetDateTime.class)),
                        instant(row.getObject(3, OffsetDateTime.class))))
                .optional()
                .orElse(Health.GOOD);
    }

    public void saveHealth(UUID endpointId, Health health) {
        jdbc.sql(SET_HEALTH)
                .param("endpointId", endpointId)
                .param("failures", health.failures())
                .param("failingSince", utc(health.failingSince()))
                .param("blockedUntil", utc(health.blockedUntil()))
                .update();
    }

    /** Makes everything that waits for the endpoint due now. */
    public void hasten(UUID endpointId, Instant now) {
        jdbc.sql(HASTEN).param("endpointId", endpointId).param("now", utc(now)).update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
