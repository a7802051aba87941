package okno.notification.preference.persistence;

import java.util.List;
import okno.notification.Channel;
import okno.notification.EventType;
import okno.notification.preference.ChangePreferences.Choice;
import okno.notification.preference.ChangePreferences.Rhythm;
import okno.notification.preference.Frequency;
import okno.notification.preference.QuietHours;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replaces preferences. */
@Repository
public class Preferences {

    private static final String DELETE = "delete from preference where person_id = :personId";
    private static final String INSERT = """
            insert into preference (person_id, event_type, channel, enabled, frequency)
            values (:personId, :eventType, :channel, :enabled, :frequency)
            on conflict (person_id, event_type, channel) do update set
                enabled = excluded.enabled, frequency = excluded.frequency
            """;
    private static final String DELETE_LANGUAGE = "delete from preferred_language where person_id = :personId";
    private static final String SAVE_LANGUAGE = """
            insert into preferred_language (person_id, language) values (:personId, :language)
            on conflict (person_id) do update set language = excluded.language
            """;
    private static final String SAVE_RHYTHM = """
            insert into daily_rhythm (person_id, time_zone, quiet_from, quiet_to, digest_at)
            values (:personId, :zone, :from, :to, :digestAt)
            on conflict (person_id) do update set time_zone = excluded.time_zone, quiet_from = excluded.quiet_from,
                quiet_to = excluded.quiet_to, digest_at = excluded.digest_at
            """;

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void replace(String personId, @Nullable String language, Rhythm rhythm, List<Choice> choices) {
        jdbc.sql(DELETE).param("personId", personId).update();
        choices.forEach(choice -> save(personId, choice));
        saveLanguage(personId, language);
        QuietHours quiet = rhythm.quiet();
        jdbc.sql(SAVE_RHYTHM)
                .param("personId", personId)
                .param("zone", rhythm.zone().getId())
                .param("from", quiet == null ? null : quiet.from())
                .param("to", quiet == null ? null : quiet.to())
                .param("digestAt", rhythm.digestAt())
                .update();
    }

    public void turnOff(String personId, EventType eventType, Channel channel) {
        save(personId, new Choice(eventType, channel, false, Frequency.AT_ONCE));
    }

    private void save(String personId, Choice choice) {
        jdbc.sql(INSERT)
                .param("personId", personId)
                .param("eventType", choice.eventType().type())
                .param("channel", choice.channel().name())
                .param("enabled", choice.enabled())
                .param("frequency", choice.frequency().name())
                .update();
    }

    private void saveLanguage(String personId, @Nullable String language) {
        if (language == null) {
            jdbc.sql(DELETE_LANGUAGE).param("personId", personId).update();
        } else {
            jdbc.sql(SAVE_LANGUAGE)
                    .param("personId", personId)
                    .param("language", language)
                    .update();
        }
    }
}
