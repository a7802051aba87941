package okno.notification.delivery.persistence;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.delivery.NewDelivery;
import okno.notification.delivery.PendingDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The queue of deliveries. */
@Repository
public class Deliveries {

    private static final String INSERT = """
            insert into delivery (notification_id, channel, person_id, state, reason, urgent, next_at, due_at,
                                  occurred_at, created_at, finished_at, digest_id)
            select r.id, r.channel, r.person_id, r.state, r.reason, r.urgent, r.due_at, r.due_at, r.occurred_at, :now,
                   case when r.state = 'FAILED' then cast(:now as timestamptz) end, r.digest_id
            from unnest(cast(:ids as uuid[]), cast(:channels as text[]), cast(:persons as text[]),
                        cast(:states as text[]), cast(:reasons as text[]), cast(:urgents as boolean[]),
                        cast(:dueAts as timestamptz[]), cast(:occurredAts as timestamptz[]),
                        cast(:digestIds as uuid[]))
                 as r (id, channel, person_id, state, reason, urgent, due_at, occurred_at, digest_id)
            on conflict do nothing
            """;

    /**
     * A leased row says at which provider it may be: until an outcome is written, nobody knows whether it arrived, and
     * that holds after a crash too. Rows that may be at one provider are for no other. The notification is looked up for
     * each row: a join of all at once was planned as a scan of the whole history.
     */
    private static final String LEASE = """
            with due as (
                select notification_id, channel, uncertain_since from delivery
                where channel = :channel and state = 'PENDING' and next_at <= :now
                  and (provider = :provider or (:takesNew and provider is null))
                order by urgent desc, next_at limit :limit
                for update skip locked
            ), leased as (
                update delivery d set next_at = :until, attempts = attempts + 1, provider = :provider,
                       uncertain_since = coalesce(d.uncertain_since, :now)
                from due where d.notification_id = due.notification_id and d.channel = due.channel
                returning d.notification_id, d.channel, d.person_id, d.attempts,
                          case when d.due_at > d.created_at then d.due_at else d.occurred_at end as expected_since,
                          coalesce(d.due_at, d.created_at) as due_at, d.uncertain_since, d.next_at,
                          due.uncertain_since is not null as repeated
            )
            select l.*, n.event_type, n.template, n.params
            from leased l left join lateral (
                select event_type, template, params from notification
                where person_id = l.person_id and id = l.notification_id limit 1
            ) n on true
            """;

    private static final String GIVE_UP = """
            update delivery set state = 'FAILED', finished_at = :now,
                   reason = case when uncertain_since is null then 'gave_up:' || coalesce(reason, 'never_tried')
                                 else 'outcome_unknown' end
            where state = 'PENDING' and next_at <= :now
              and (uncertain_since < :uncertainBefore or coalesce(due_at, created_at) < :dueBefore)
            """;

    /** A digest keeps its hour: it has gathered for it. */
    private static final String LOOK_AGAIN = """
            update delivery set next_at = :now, due_at = :now
            where person_id = :personId and state = 'PENDING' and provider is null and due_at > :now
              and not exists (select from digest g where g.id = notification_id)
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who leases: a provider of a channel, and whether rows that no provider has yet are for it. */
    public record Taker(Channel channel, String provider, boolean takesNew) {}

    public void insert(List<NewDelivery> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .param("now", now.atOffset(UTC))
                .param("persons", column(rows, NewDelivery::personId))
                .param("urgents", column(rows, NewDelivery::urgent))
                .param("occurredAts", column(rows, row -> row.occurredAt().toString()))
                .param("ids", column(rows, NewDelivery::id))
                .param("channels", column(rows, row -> row.channel().name()))
                .param("states", column(rows, NewDelivery::state))
                .param("reasons", column(rows, NewDelivery::reason))
                .param("dueAts", column(rows, row -> row.dueAt().toString()))
                .param("digestIds", column(rows, NewDelivery::digestId))
                .update();
    }

    /** Takes due rows for this long, the urgent and then the oldest first; other instances take others. */
    public List<PendingDelivery> lease(Taker taker, Instant now, Duration lease, int limit) {
        return jdbc.sql(LEASE)
                .param("channel", taker.channel().name())
                .param("provider", taker.provider())
                .param("takesNew", taker.takesNew())
                .param("now", now.atOffset(UTC))
                .param("until", now.plus(lease).atOffset(UTC))
                .param("limit", limit)
                .query(Deliveries::pending)
                .list();
    }

    /** Fails what is too old, and what nobody has known the outcome of for too long, such as at a provider that is gone. */
    public int giveUp(Instant now, Instant dueBefore, Instant uncertainBefore) {
        return jdbc.sql(GIVE_UP)
                .param("now", now.atOffset(UTC))
                .param("dueBefore", dueBefore.atOffset(UTC))
                .param("uncertainBefore", uncertainBefore.atOffset(UTC))
                .update();
    }

    public void lookAgain(String personId, Instant now) {
        jdbc.sql(LOOK_AGAIN)
                .param("personId", personId)
                .param("now", now.atOffset(UTC))
                .update();
    }

    private static @Nullable String[] column(List<NewDelivery> rows, Function<NewDelivery, @Nullable Object> value) {
        return rows.stream()
                .map(row -> {
                    Object found = value.apply(row);
                    return found == null ? null : found.toString();
                })
                .toArray(String[]::new);
    }

    private static PendingDelivery pending(ResultSet row, int number) throws SQLException {
        String type = row.getString("event_type");
        String params = row.getString("params");
        return new PendingDelivery(
                row.getObject("notification_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("person_id"),
                row.getInt("attempts"),
                type == null ? null : EventType.of(type).orElse(null),
                row.getString("template"),
                params == null ? Map.of() : JSON.readValue(params, PARAMS),
                instant(row, "expected_since"),
                instant(row, "due_at"),
                instant(row, "uncertain_since"),
                instant(row, "next_at"),
                row.getBoolean("repeated"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
