package okno.notification.delivery.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okno.notification.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the messages of a person's day, by a counter each and never by counting rows. */
@Repository
public class MessageCounts {

    private static final String COUNT = """
            insert into message_count (person_id, channel, day, messages)
            select :personId, channel, :day, 1 from unnest(cast(:channels as text[])) as c (channel)
            order by channel
            on conflict (person_id, channel, day) do update set messages = message_count.messages + 1
            returning channel, messages
            """;

    private static final String FORGET = "delete from message_count where day < :day";

    private final JdbcClient jdbc;

    MessageCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Count(Channel channel, int messages) {}

    /** Counts one more on each channel; those that are beyond the limit by it. */
    public Set<Channel> over(String personId, List<Channel> channels, LocalDate day, int limit) {
        return jdbc
                .sql(COUNT)
                .param("personId", personId)
                .param("day", day)
                .param("channels", channels.stream().map(Enum::name).toArray(String[]::new))
                .query((row, n) -> new Count(Channel.valueOf(row.getString("channel")), row.getInt("messages")))
                .list()
                .stream()
                .filter(count -> count.messages() > limit)
                .map(Count::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    public void forgetBefore(LocalDate day) {
        jdbc.sql(FORGET).param("day", day).update();
    }
}
