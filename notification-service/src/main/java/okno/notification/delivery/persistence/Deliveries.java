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
import okno.notification.Channel;
import okno.notification.delivery.PendingDelivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The queue of deliveries. A row leaves {@code PENDING} once, whoever reports first. */
@Repository
public class Deliveries {

    private static final String INSERT = """
            insert into delivery (notification_id, channel, person_id, state, next_at, occurred_at, created_at)
            values (:notificationId, :channel, :personId, 'PENDING', :now, :occurredAt, :now)
            on conflict do nothing
            """;

    private static final String LEASE = """
            with due as (
                select notification_id, channel from delivery
                where channel = :channel and state = 'PENDING' and next_at <= :now
                order by next_at limit :limit
                for update skip locked
            ), leased as (
                update delivery d set next_at = :until, attempts = attempts + 1
                from due where d.notification_id = due.notification_id and d.channel = due.channel
                returning d.notification_id, d.channel, d.person_id, d.attempts, d.occurred_at, d.created_at
            )
            select l.*, n.template, n.params
            from leased l join notification n on n.person_id = l.person_id and n.id = l.notification_id
            """;

    private static final String SENT = """
            update delivery set state = 'SENT', reason = null, provider_message_id = :providerId, finished_at = :now
            where notification_id = :notificationId and channel = :channel and state = 'PENDING'
            """;

    private static final String FAILED = """
            update delivery set state = 'FAILED', reason = :reason, finished_at = :now
            where notification_id = :notificationId and channel = :channel and state = 'PENDING'
            """;

    private static final String RETRY = """
            update delivery set reason = :reason, next_at = :next
            where notification_id = :notificationId and channel = :channel and state = 'PENDING'
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(UUID notificationId, Channel channel, String personId, Instant occurredAt, Instant now) {
        jdbc.sql(INSERT)
                .param("notificationId", notificationId)
                .param("channel", channel.name())
                .param("personId", personId)
                .param("occurredAt", occurredAt.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Takes the oldest due rows of a channel for this long; other instances take others. */
    public List<PendingDelivery> lease(Channel channel, Instant now, Duration lease, int limit) {
        return jdbc.sql(LEASE)
                .param("channel", channel.name())
                .param("now", now.atOffset(UTC))
                .param("until", now.plus(lease).atOffset(UTC))
                .param("limit", limit)
                .query(Deliveries::pending)
                .list();
    }

    public void sent(PendingDelivery delivery, String providerMessageId, Instant now) {
        about(SENT, delivery)
                .param("providerId", providerMessageId)
                .param("now", now.atOffset(UTC))
                .update();
    }

    public void failed(PendingDelivery delivery, String reason, Instant now) {
        about(FAILED, delivery)
                .param("reason", reason)
                .param("now", now.atOffset(UTC))
                .update();
    }

    public void retry(PendingDelivery delivery, String reason, Instant next) {
        about(RETRY, delivery)
                .param("reason", reason)
                .param("next", next.atOffset(UTC))
                .update();
    }

    private JdbcClient.StatementSpec about(String sql, PendingDelivery delivery) {
        return jdbc.sql(sql)
                .param("notificationId", delivery.notificationId())
                .param("channel", delivery.channel().name());
    }

    private static PendingDelivery pending(ResultSet row, int number) throws SQLException {
        return new PendingDelivery(
                row.getObject("notification_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("person_id"),
                row.getInt("attempts"),
                row.getString("template"),
                JSON.readValue(row.getString("params"), PARAMS),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
