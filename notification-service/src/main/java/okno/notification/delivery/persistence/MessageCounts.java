package okno.notification.delivery.persistence;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okno.notification.Channel;
import okno.notification.delivery.NewDelivery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the messages of a person's day, by a counter each and never by counting rows. */
@Repository
public class MessageCounts {

    private static final String COUNT = """
            insert into message_count (person_id, channel, day, messages)
            select r.person_id, r.channel, r.day, r.added
            from unnest(cast(:persons as text[]), cast(:channels as text[]), cast(:days as date[]),
                        cast(:counts as int[])) as r (person_id, channel, day, added)
            order by r.person_id, r.channel
            on conflict (person_id, channel, day) do update set messages = message_count.messages + excluded.messages
            returning person_id, channel, messages
            """;

    private static final String FORGET = "delete from message_count where day < :day";

    private final JdbcClient jdbc;

    MessageCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Key(String personId, Channel channel) {

        static Key of(NewDelivery row) {
            return new Key(row.personId(), row.channel());
        }
    }

    private record Count(Key key, int messages) {}

    /** Counts these messages; gives those that are beyond the limit of their person's day. */
    public Set<NewDelivery> over(List<NewDelivery> rows, Map<String, LocalDate> days, int limit) {
        Map<Key, List<NewDelivery>> added = rows.stream().collect(Collectors.groupingBy(Key::of));
        List<Key> keys = List.copyOf(added.keySet());
        if (keys.isEmpty()) {
            return Set.of();
        }
        Set<NewDelivery> over = new HashSet<>();
        jdbc.sql(COUNT)
                .param("persons", keys.stream().map(Key::personId).toArray(String[]::new))
                .param(
                        "channels",
                        keys.stream().map(key -> key.channel().name()).toArray(String[]::new))
                .param(
                        "days",
                        keys.stream()
                                .map(key -> String.valueOf(days.get(key.personId())))
                                .toArray(String[]::new))
                .param(
                        "counts",
                        keys.stream()
                                .map(key -> added.getOrDefault(key, List.of()).size())
                                .toArray(Integer[]::new))
                .query((row, n) -> new Count(
                        new Key(row.getString("person_id"), Channel.valueOf(row.getString("channel"))),
                        row.getInt("messages")))
                .list()
                .forEach(count -> {
                    List<NewDelivery> counted = added.getOrDefault(count.key(), List.of());
                    int within = Math.max(0, counted.size() - Math.max(0, count.messages() - limit));
                    over.addAll(counted.subList(within, counted.size()));
                });
        return over;
    }

    public void forgetBefore(LocalDate day) {
        jdbc.sql(FORGET).param("day", day).update();
    }
}
