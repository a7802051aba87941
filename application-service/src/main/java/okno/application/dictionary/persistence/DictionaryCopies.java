package okno.application.dictionary.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okno.application.dictionary.domain.Dictionary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Dictionaries as they were last read from registry-service, by any replica. */
@Repository
public class DictionaryCopies {

    private static final String FIND = "select version, complete, entries from dictionary_copy where code = :code";

    private static final String SAVE = """
            insert into dictionary_copy (code, version, complete, entries, fetched_at)
            values (:code, :version, :complete, cast(:entries as jsonb), :at)
            on conflict (code) do update set version = excluded.version, complete = excluded.complete,
                entries = excluded.entries, fetched_at = excluded.fetched_at
            where dictionary_copy.version < excluded.version
            """;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Dictionary.Entry>> ENTRIES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    DictionaryCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Dictionary> find(String code) {
        return jdbc.sql(FIND)
                .param("code", code)
                .query((row, number) -> new Dictionary(
                        row.getInt("version"),
                        row.getBoolean("complete"),
                        JSON.readValue(row.getString("entries"), ENTRIES)))
                .optional();
    }

    /** Nothing happens when a version as new is there. */
    public void save(String code, Dictionary dictionary, Instant now) {
        jdbc.sql(SAVE)
                .param("code", code)
                .param("version", dictionary.version())
                .param("complete", dictionary.complete())
                .param("entries", JSON.writeValueAsString(dictionary.entries()))
                .param("at", now.atOffset(UTC))
                .update();
    }
}
