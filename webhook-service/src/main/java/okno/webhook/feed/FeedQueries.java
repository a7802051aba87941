package okno.webhook.feed;

import java.util.List;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.webhook.endpoint.domain.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the caller's events in the order in which they became theirs to hear. */
@Component
public class FeedQueries {

    private static final String PAGE = """
            select a.position, v.id, v.body
            from audience_event a join event v on v.id = a.event_id
            where a.audience = :audience and a.position > :after
            order by a.position limit :limit
            """;

    private final JdbcClient jdbc;

    FeedQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event of the feed.
     *
     * @param position its place, without gaps from 1
     * @param id the same as the {@code webhook-id}
     * @param body the same bytes as the webhook's
     */
    public record FeedEvent(long position, UUID id, byte[] body) {}

    public List<FeedEvent> page(Caller caller, long after, int limit) {
        return jdbc.sql(PAGE)
                .param("audience", Owner.of(caller).audience())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new FeedEvent(row.getLong(1), row.getObject(2, UUID.class), row.getBytes(3)))
                .list();
    }
}
