package okno.notification.preference;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.platform.web.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person wants; what they never said is on. */
@Component
public class PreferenceQueries {

    private static final String TURNED_OFF = """
            select event_type, channel from preference where person_id = :personId and not enabled limit 100
            """;

    private static final String LANGUAGE = "select language from preferred_language where person_id = :personId";

    private final JdbcClient jdbc;

    PreferenceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A channel that the person turned off for an event. */
    public record TurnedOff(String eventType, Channel channel) {}

    public List<TurnedOff> turnedOff(String personId) {
        return jdbc.sql(TURNED_OFF)
                .param("personId", personId)
                .query((row, n) ->
                        new TurnedOff(row.getString("event_type"), Channel.valueOf(row.getString("channel"))))
                .list();
    }

    /** The channels by which the person is told of this event. */
    public Set<Channel> channels(String personId, EventType type) {
        Set<Channel> channels = EnumSet.allOf(Channel.class);
        if (!type.mandatory()) {
            turnedOff(personId).stream()
                    .filter(off -> off.eventType().equals(type.type()))
                    .forEach(off -> channels.remove(off.channel()));
        }
        return channels;
    }

    /** The language chosen for notifications; empty when the profile's holds. */
    public Optional<Language> language(String personId) {
        return jdbc.sql(LANGUAGE)
                .param("personId", personId)
                .query(String.class)
                .optional()
                .map(tag -> tag.equals("en") ? Language.EN : Language.RU);
    }
}
