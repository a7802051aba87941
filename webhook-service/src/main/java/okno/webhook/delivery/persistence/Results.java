package okno.webhook.delivery.persistence;

import static okno.webhook.delivery.persistence.Columns.texts;
import static okno.webhook.delivery.persistence.Columns.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import okno.webhook.delivery.domain.Breaker;
import okno.webhook.delivery.domain.Outcome;
import okno.webhook.delivery.domain.PendingDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what came of attempts, many at once, for shards that are still the writer's. */
@Repository
public class Results {

    // The planner cannot know how long the backlog is; a batch is always looked up by keys.
    private static final String PLAN_BY_KEYS = """
            select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                   set_config('enable_mergejoin', 'off', true)
            """;
    /*
     * owned: the shards that this epoch still owns, locked against a new owner until the results are committed.
     * gone, again: the row leaves, or waits for its next attempt. logged: only of rows that were there, so a delivery
     * removed with its endpoint leaves no trace.
     */
    private static final String WRITE = """
            with result as materialized (
                select endpoint::uuid, id::uuid, shard::smallint, epoch::bigint, number::int, started::timestamptz,
                       duration::int, status::int, failure, answer, outcome, due::timestamptz, step::int,
                       own_failure::boolean
                from unnest(:endpoints, :ids, :shards, :epochs, :numbers, :started, :durations, :statuses, :failures,
                            :answers, :outcomes, :due, :steps, :own)
                    as r (endpoint, id, shard, epoch, number, started, duration, status, failure, answer, outcome, due,
                          step, own_failure)
            ), owned as materialized (
                select l.shard, l.epoch from shard_lease l
                where (l.shard, l.epoch) in (select shard, epoch from result) and l.owner = :instance
                order by l.shard for share
            ), mine as materialized (
                select r.* from result r join owned using (shard, epoch)
            ), gone as (
                delete from delivery_pending p using mine m
                where m.outcome <> 'RETRY' and p.endpoint_id = m.endpoint and p.id = m.id
                returning p.endpoint_id, p.id, p.event_id, p.created_at
            ), again as (
                update delivery_pending p
                set attempts = m.number, step = m.step, due_at = m.due,
                    failed_at = case when m.own_failure then coalesce(p.failed_at, m.started) else p.failed_at end
                from mine m
                where m.outcome = 'RETRY' and p.endpoint_id = m.endpoint and p.id = m.id
                returning p.endpoint_id, p.id, p.event_id, p.created_at
            ), logged as (
                insert into attempt (endpoint_id, delivery_id, event_id, number, started_at, duration_ms, status_code,
                    failure, response_start, outcome, created_at)
                select m.endpoint, m.id, d.event_id, m.number, m.started, m.duration, m.status, m.failure, m.answer,
                       m.outcome, d.created_at
                from (select * from gone union all select * from again) d
                join mine m on m.endpoint = d.endpoint_id and m.id = d.id)
            select shard from owned
            """;
    private static final String SAVE_HEALTH = """
            update endpoint_health h
            set failures = c.failures::int, failing_since = c.since::timestamptz, blocked_until = c.blocked::timestamptz
            from unnest(:ids, :failures, :since, :blocked) as c (id, failures, since, blocked)
            where h.endpoint_id = c.id::uuid
            """;
    private static final String HASTEN = """
            update delivery_pending set due_at = :now
            where endpoint_id = any (cast(:ids as uuid[])) and step > 0 and due_at > :now
            """;

    private final JdbcClient jdbc;

    Results(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What came of one attempt.
     *
     * @param shard of the endpoint, and the epoch in which the attempt was begun
     * @param statusCode exactly one of it and failure
     */
    public record AttemptResult(
            PendingDelivery delivery,
            short shard,
            long epoch,
            Instant startedAt,
            long durationMs,
            @Nullable Integer statusCode,
            @Nullable String failure,
            @Nullable String responseStart,
            Outcome outcome) {

        private int number() {
            return delivery.attempts() + 1;
        }

        private String outcomeName() {
            return switch (outcome) {
                case Outcome.Delivered delivered -> "DELIVERED";
                case Outcome.WillRetry retry -> "RETRY";
                case Outcome.WaitsForEndpoint waits -> "RETRY";
                case Outcome.GaveUp gaveUp -> "EXHAUSTED";
                case Outcome.Skipped skipped -> "SKIPPED";
            };
        }

        private boolean ownFailure() {
            return outcome instanceof Outcome.WillRetry;
        }

        private int step() {
            return ownFailure() ? delivery.step() + 1 : delivery.step();
        }

        private Instant due() {
            return outcome instanceof Outcome.WillRetry(Instant at) ? at : startedAt;
        }
    }

    /** How an endpoint is doing now. */
    public record Health(UUID endpointId, Breaker breaker) {}

    /** Writes the results of those shards that are still owned in the epoch of the attempt, and returns these shards. */
    public Set<Short> write(List<AttemptResult> results, String instance) {
        jdbc.sql(PLAN_BY_KEYS).query().singleRow();
        return new HashSet<>(jdbc.sql(WRITE)
                .param("instance", instance)
                .param("endpoints", texts(results, result -> result.delivery().endpointId()))
                .param("ids", texts(results, result -> result.delivery().id()))
                .param("shards", texts(results, AttemptResult::shard))
                .param("epochs", texts(results, AttemptResult::epoch))
                .param("numbers", texts(results, AttemptResult::number))
                .param("started", texts(results, AttemptResult::startedAt))
                .param("durations", texts(results, AttemptResult::durationMs))
                .param("statuses", texts(results, AttemptResult::statusCode))
                .param("failures", texts(results, AttemptResult::failure))
                .param("answers", texts(results, AttemptResult::responseStart))
                .param("outcomes", texts(results, AttemptResult::outcomeName))
                .param("due", texts(results, AttemptResult::due))
                .param("steps", texts(results, AttemptResult::step))
                .param("own", texts(results, AttemptResult::ownFailure))
                .query(Short.class)
                .list());
    }

    public void saveHealth(Collection<Health> changed) {
        jdbc.sql(SAVE_HEALTH)
                .param("ids", texts(changed, Health::endpointId))
                .param("failures", texts(changed, health -> health.breaker().failures()))
                .param("since", texts(changed, health -> health.breaker().failingSince()))
                .param("blocked", texts(changed, health -> health.breaker().blockedUntil()))
                .update();
    }

    /** Makes every retry of the endpoints due now: what failed while nothing worked says nothing about the messages. */
    public void hasten(Collection<UUID> endpoints, Instant now) {
        jdbc.sql(HASTEN)
                .param("ids", texts(endpoints, id -> id))
                .param("now", utc(now))
                .update();
    }
}
