package okno.notification.delivery.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.notification.Channel;
import okno.notification.delivery.DigestItem;
import okno.platform.core.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is gathered for daily digests. A digest is open while it gathers; there is one open at a time. */
@Repository
public class Digests {

    /** The update changes nothing and locks the row, so that nothing is added to a digest that is being closed. */
    private static final String OPEN = """
            insert into digest (id, person_id, channel, due_at, closed) values (:id, :personId, :channel, :due, false)
            on conflict (person_id, channel) where not closed do update set closed = false
            returning id
            """;

    private static final String CLOSE = "update digest set closed = true where id = :id";

    private static final String ITEMS = """
            select n.template, n.params
            from delivery d join notification n on n.person_id = d.person_id and n.id = d.notification_id
            where d.digest_id = :id
            order by n.position desc
            limit :limit
            """;

    private static final String COUNT = "select count(*) from delivery where digest_id = :id";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    Digests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A digest that gathers. */
    public record Open(UUID id, boolean isNew) {}

    public Open open(String personId, Channel channel, Instant due) {
        UUID wanted = Ids.next();
        UUID id = jdbc.sql(OPEN)
                .param("id", wanted)
                .param("personId", personId)
                .param("channel", channel.name())
                .param("due", due.atOffset(UTC))
                .query(UUID.class)
                .single();
        return new Open(id, id.equals(wanted));
    }

    public void close(UUID id) {
        jdbc.sql(CLOSE).param("id", id).update();
    }

    /** The newest of what it gathered. */
    public List<DigestItem> items(UUID id, int limit) {
        return jdbc.sql(ITEMS)
                .param("id", id)
                .param("limit", limit)
                .query((row, n) ->
                        new DigestItem(row.getString("template"), JSON.readValue(row.getString("params"), PARAMS)))
                .list();
    }

    public long count(UUID id) {
        return jdbc.sql(COUNT).param("id", id).query(Long.class).single();
    }
}
