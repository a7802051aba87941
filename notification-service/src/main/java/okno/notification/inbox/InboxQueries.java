package okno.notification.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What persons were told. A position is visible only after all lower ones of the same person, so it is a safe cursor. */
@Component
public class InboxQueries {

    private static final String SELECT = """
            select n.person_id, n.position, n.id, n.event_type, n.template, n.params, n.occurred_at, n.read_at
            from notification n
            """;

    private static final String LIST = SELECT + """
            where n.person_id = :personId
              and (not :unread or n.read_at is null)
              and (cast(:before as bigint) is null or n.position < :before)
            order by n.position desc
            limit :limit
            """;

    private static final String ONE = SELECT + "where n.person_id = :personId and n.id = :id";

    private static final String UNREAD =
            "select count(*) from notification where person_id = :personId and read_at is null";

    private static final String AFTER = SELECT + """
            join unnest(cast(:persons as text[]), cast(:positions as bigint[])) as seen (person_id, position)
              on n.person_id = seen.person_id and n.position > seen.position
            order by n.person_id, n.position
            limit :limit
            """;

    private static final String LAST = """
            select coalesce(max(last_position), 0) from mailbox where person_id = :personId
            """;

    private static final String DELIVERIES = """
            select d.notification_id, d.channel, coalesce(g.state, d.state) as state, coalesce(g.reason, d.reason) as reason,
                   coalesce(g.attempts, d.attempts) as attempts, d.created_at,
                   coalesce(g.finished_at, d.finished_at) as finished_at
            from delivery d
            left join delivery g on g.notification_id = d.digest_id and g.channel = d.channel
            where d.notification_id in (:ids) order by d.channel
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    InboxQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One notification, not yet text. */
    public record Item(
            String personId,
            long position,
            UUID id,
            String eventType,
            String template,
            Map<String, String> params,
            OffsetDateTime occurredAt,
            @Nullable OffsetDateTime readAt) {}

    /** What became of a notification on one channel. */
    public record Delivery(
            UUID notificationId,
            String channel,
            String state,
            @Nullable String reason,
            int attempts,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt) {}

    /** The newest first; one more than asked for when there are more. */
    public List<Item> list(String personId, boolean unread, @Nullable Long before, int limit) {
        return jdbc.sql(LIST)
                .param("personId", personId)
                .param("unread", unread)
                .param("before", before)
                .param("limit", limit + 1)
                .query(InboxQueries::item)
                .list();
    }

    public Item get(String personId, UUID id) {
        return jdbc.sql(ONE)
                .param("personId", personId)
                .param("id", id)
                .query(InboxQueries::item)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    public long unread(String personId) {
        return jdbc.sql(UNREAD).param("personId", personId).query(Long.class).single();
    }

    /** Position of the newest notification of a person, 0 when there is none. */
    public long lastPosition(String personId) {
        return jdbc.sql(LAST).param("personId", personId).query(Long.class).single();
    }

    /** What is newer than each person's position, oldest first for each. */
    public List<Item> after(Map<String, Long> positions, int limit) {
        List<String> persons = List.copyOf(positions.keySet());
        Long[] seen = persons.stream().map(positions::get).toArray(Long[]::new);
        return jdbc.sql(AFTER)
                .param("persons", persons.toArray(String[]::new))
                .param("positions", seen)
                .param("limit", limit)
                .query(InboxQueries::item)
                .list();
    }

    public List<Delivery> deliveries(Collection<UUID> notificationIds) {
        if (notificationIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(DELIVERIES)
                .param("ids", notificationIds)
                .query((row, n) -> new Delivery(
                        row.getObject("notification_id", UUID.class),
                        row.getString("channel"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getInt("attempts"),
                        row.getObject("created_at", OffsetDateTime.class),
                        row.getObject("finished_at", OffsetDateTime.class)))
                .list();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                row.getString("person_id"),
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getString("event_type"),
                row.getString("template"),
                JSON.readValue(row.getString("params"), PARAMS),
                row.getObject("occurred_at", OffsetDateTime.class),
                row.getObject("read_at", OffsetDateTime.class));
    }
}
