package okno.webhook.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.webhook.endpoint.domain.Owner;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the caller's endpoints do, cheap enough to be asked every few seconds, and what exactly was sent. */
@Component
public class ConsoleQueries {

    /** More than this waiting is not counted: the answer is "many", and the count must stay cheap. */
    public static final int WAITING_CAP = 1000;

    private static final String HEALTH = """
            select e.id, h.failures, h.failing_since, h.blocked_until,
                (select count(*) from (
                    select 1 from delivery_pending p where p.endpoint_id = e.id limit :cap) w) as waiting,
                (select count(*) from endpoint_watcher w where w.endpoint_id = e.id) as watchers,
                exists (select 1 from endpoint_watcher w
                    where w.endpoint_id = e.id and cast(w.person_id as text) = :person) as watched
            from endpoint e join endpoint_health h on h.endpoint_id = e.id
            where :owner in (e.owner, e.audience)
            order by e.id limit 100
            """;
    private static final String RECENT = """
            select e.id, a.started_at, a.duration_ms, a.status_code, a.failure
            from (select id from endpoint where :owner in (owner, audience) order by id limit 100) e
            cross join lateral (
                select started_at, duration_ms, status_code, failure from attempt
                where endpoint_id = e.id order by delivery_id desc, number desc limit 20) a
            """;
    private static final String MESSAGE = """
            with mine as (select id from endpoint where :owner in (owner, audience))
            select v.id, v.body
            from (select event_id from delivery_pending p where p.endpoint_id in (select id from mine) and p.id = :id
                  union
                  select event_id from attempt a where a.endpoint_id in (select id from mine) and a.delivery_id = :id) d
            join event v on v.id = d.event_id
            """;

    private final JdbcClient jdbc;

    ConsoleQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How an endpoint does.
     *
     * @param failures failures in a row
     * @param blockedUntil when the next probe is sent, while its breaker is open
     * @param waiting deliveries not done, counted up to one more than {@link #WAITING_CAP}
     * @param watched whether the caller is told of it
     */
    public record Health(
            UUID endpointId,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant blockedUntil,
            int waiting,
            int watchers,
            boolean watched) {}

    /** One of the latest attempts; exactly one of status code and failure. */
    public record Recent(
            UUID endpointId,
            Instant startedAt,
            int durationMs,
            @Nullable Integer statusCode,
            @Nullable String failure) {}

    /** The bytes of a message: the body is what was signed, to the letter. */
    public record Message(UUID webhookId, byte[] body) {}

    /** Of at most 100 endpoints of the caller. */
    public List<Health> health(Caller caller) {
        return jdbc.sql(HEALTH)
                .param("owner", Owner.of(caller).key())
                .param("person", caller.id())
                .param("cap", WAITING_CAP + 1)
                .query(ConsoleQueries::health)
                .list();
    }

    /** The latest attempts of each of them, about twenty, the newest first. */
    public Map<UUID, List<Recent>> recent(Caller caller) {
        return jdbc
                .sql(RECENT)
                .param("owner", Owner.of(caller).key())
                .query((row, number) -> new Recent(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getInt(3),
                        row.getObject(4, Integer.class),
                        row.getString(5)))
                .list()
                .stream()
                .sorted((one, other) -> other.startedAt().compareTo(one.startedAt()))
                .collect(Collectors.groupingBy(Recent::endpointId));
    }

    /** What a delivery carries, or {@code not_found}. */
    public Message message(Caller caller, UUID deliveryId) {
        return jdbc.sql(MESSAGE)
                .param("owner", Owner.of(caller).key())
                .param("id", deliveryId)
                .query((row, number) -> new Message(row.getObject(1, UUID.class), row.getBytes(2)))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static Health health(ResultSet row, int number) throws SQLException {
        return new Health(
                row.getObject("id", UUID.class),
                row.getInt("failures"),
                instant(row.getObject("failing_since", OffsetDateTime.class)),
                instant(row.getObject("blocked_until", OffsetDateTime.class)),
                row.getInt("waiting"),
                row.getInt("watchers"),
                row.getBoolean("watched"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
