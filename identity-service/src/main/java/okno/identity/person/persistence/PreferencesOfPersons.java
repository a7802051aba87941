package okno.identity.person.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import okno.identity.person.domain.PersonId;
import okno.identity.person.domain.Preferences;
import okno.identity.person.domain.Preferences.DateFormat;
import okno.identity.person.domain.Preferences.Visibility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people have chosen; who has not chosen has no row. */
@Repository
public class PreferencesOfPersons {

    private static final String SELECT = """
            select date_format, quick_access, contacts_visibility, documents_visibility, draft_retention_days
            from preferences
            where person_id = :person
            """;

    private static final String UPSERT = """
            insert into preferences (person_id, date_format, quick_access, contacts_visibility, documents_visibility,
                                     draft_retention_days, updated_at)
            values (:person, :date_format, :quick_access, :contacts, :documents, :retention, :now)
            on conflict (person_id) do update
            set date_format = excluded.date_format, quick_access = excluded.quick_access,
                contacts_visibility = excluded.contacts_visibility,
                documents_visibility = excluded.documents_visibility,
                draft_retention_days = excluded.draft_retention_days, updated_at = excluded.updated_at
            """;

    private final JdbcClient jdbc;

    PreferencesOfPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Preferences> find(PersonId person) {
        return jdbc.sql(SELECT)
                .param("person", person.value())
                .query((rs, row) -> read(rs))
                .optional();
    }

    public void save(PersonId person, Preferences preferences, Instant now) {
        jdbc.sql(UPSERT)
                .param("person", person.value())
                .param("date_format", preferences.dateFormat().name())
                .param("quick_access", preferences.quickAccess().toArray(String[]::new))
                .param("contacts", preferences.contacts().name())
                .param("documents", preferences.documents().name())
                .param("retention", preferences.draftRetentionDays())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private static Preferences read(ResultSet rs) throws SQLException {
        return new Preferences(
                DateFormat.valueOf(rs.getString("date_format")),
                List.of((String[]) rs.getArray("quick_access").getArray()),
                Visibility.valueOf(rs.getString("contacts_visibility")),
                Visibility.valueOf(rs.getString("documents_visibility")),
                rs.getInt("draft_retention_days"));
    }
}
