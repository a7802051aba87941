package okno.notification.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import okno.notification.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries of everybody, for an administrator: ids, states and times, nobody's address and no text. */
@Component
public class DeliveryQueries {

    /** Ids grow with time, so the primary key is the order too. */
    private static final String LIST = """
            select notification_id, channel, state, provider, reason, attempts, created_at, due_at, finished_at
            from delivery
            where state <> 'DIGEST'
              and (cast(:state as text) is null or state = :state)
              and (cast(:channel as text) is null or channel = :channel)
              and (cast(:provider as text) is null or provider = :provider)
              and (cast(:afterId as uuid) is null or (notification_id, channel) < (cast(:afterId as uuid), :afterChannel))
            order by notification_id desc, channel desc
            limit :limit
            """;

    private final JdbcClient jdbc;

    DeliveryQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to list; null: all. */
    public record Filter(
            @Nullable String state,
            @Nullable Channel channel,
            @Nullable String provider) {}

    /** The last row already seen. */
    public record After(UUID id, Channel channel) {}

    /** One delivery. */
    public record Listed(
            UUID notificationId,
            Channel channel,
            String state,
            @Nullable String provider,
            @Nullable String reason,
            int attempts,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime dueAt,
            @Nullable OffsetDateTime finishedAt) {}

    /** The newest first; one more than asked for when there are more. */
    public List<Listed> list(Filter filter, @Nullable After after, int limit) {
        return jdbc.sql(LIST)
                .param("state", filter.state())
                .param(
                        "channel",
                        filter.channel() == null ? null : filter.channel().name())
                .param("provider", filter.provider())
                .param("afterId", after == null ? null : after.id())
                .param("afterChannel", after == null ? "" : after.channel().name())
                .param("limit", limit + 1)
                .query((row, n) -> new Listed(
                        row.getObject("notification_id", UUID.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("state"),
                        row.getString("provider"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getObject("due_at", OffsetDateTime.class),
                        row.getObject("finished_at", OffsetDateTime.class)))
                .list();
    }
}
