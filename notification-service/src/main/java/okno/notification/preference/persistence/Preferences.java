package okno.notification.preference.persistence;

import java.util.List;
import okno.notification.preference.ChangePreferences.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replaces preferences. */
@Repository
public class Preferences {

    private static final String DELETE = "delete from preference where person_id = :personId";
    private static final String INSERT = """
            insert into preference (person_id, event_type, channel, enabled)
            values (:personId, :eventType, :channel, :enabled)
            on conflict (person_id, event_type, channel) do update set enabled = excluded.enabled
            """;
    private static final String DELETE_LANGUAGE = "delete from preferred_language where person_id = :personId";
    private static final String SAVE_LANGUAGE = """
            insert into preferred_language (person_id, language) values (:personId, :language)
            on conflict (person_id) do update set language = excluded.language
            """;

    private final JdbcClient jdbc;

    Preferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void replace(String personId, @Nullable String language, List<Choice> choices) {
        jdbc.sql(DELETE).param("personId", personId).update();
        choices.forEach(choice -> jdbc.sql(INSERT)
                .param("personId", personId)
                .param("eventType", choice.eventType().type())
                .param("channel", choice.channel().name())
                .param("enabled", choice.enabled())
                .update());
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
