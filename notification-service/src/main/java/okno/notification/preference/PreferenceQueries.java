package okno.notification.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okno.notification.Channel;
import okno.platform.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What persons want; read whenever something is planned or sent, so a change holds at once. */
@Component
public class PreferenceQueries {

    private static final String WISHES = """
            select p.person_id, l.language, r.time_zone, r.quiet_from, r.quiet_to, r.digest_at,
                   (select jsonb_agg(jsonb_build_object('eventType', c.event_type, 'channel', c.channel,
                                                        'enabled', c.enabled, 'frequency', c.frequency))
                    from preference c where c.person_id = p.person_id) as choices,
                   exists(select from device d where d.person_id = p.person_id) as has_devices
            from unnest(cast(:persons as text[])) as p (person_id)
            left join daily_rhythm r on r.person_id = p.person_id
            left join preferred_language l on l.person_id = p.person_id
            """;

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Chosen>> CHOICES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PreferenceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Chosen(String eventType, Channel channel, boolean enabled, Frequency frequency) {}

    private record Of(String personId, Wishes wishes) {}

    public Wishes of(String personId) {
        return of(List.of(personId)).getOrDefault(personId, Wishes.none());
    }

    /** The wishes of each. */
    public Map<String, Wishes> of(Collection<String> persons) {
        Map<String, Wishes> all = new HashMap<>();
        jdbc.sql(WISHES)
                .param("persons", persons.stream().distinct().toArray(String[]::new))
                .query(PreferenceQueries::row)
                .list()
                .forEach(found -> all.put(found.personId(), found.wishes()));
        return all;
    }

    private static Of row(ResultSet row, int number) throws SQLException {
        String zone = row.getString("time_zone");
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        LocalTime to = row.getObject("quiet_to", LocalTime.class);
        return new Of(
                row.getString("person_id"),
                new Wishes(
                        language(row.getString("language")),
                        zone == null ? Wishes.DEFAULT_ZONE : ZoneId.of(zone),
                        from == null || to == null ? null : new QuietHours(from, to),
                        Objects.requireNonNullElse(row.getObject("digest_at", LocalTime.class), Wishes.DEFAULT_DIGEST),
                        choices(row.getString("choices")),
                        row.getBoolean("has_devices")));
    }

    private static @Nullable Language language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        return tag.equals("en") ? Language.EN : Language.RU;
    }

    private static Map<Wishes.Key, Wishes.Choice> choices(@Nullable String json) {
        Map<Wishes.Key, Wishes.Choice> choices = new HashMap<>();
        if (json != null) {
            JSON.readValue(json, CHOICES)
                    .forEach(chosen -> choices.put(
                            new Wishes.Key(chosen.eventType(), chosen.channel()),
                            new Wishes.Choice(chosen.enabled(), chosen.frequency())));
        }
        return choices;
    }
}
