package okno.application.publication.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Versions of passports that are being written. */
@Repository
public class PassportDrafts {

    private static final String SAVE = """
            insert into passport_draft (code, version, content, sha256, updated_at)
            values (:code, :version, :content::json, :sha256, :now)
            on conflict (code, version)
            do update set content = excluded.content, sha256 = excluded.sha256, updated_at = excluded.updated_at
            """;
    private static final String FIND =
            "select content::text from passport_draft where code = :code and version = :version";
    private static final String TAKE =
            "delete from passport_draft where code = :code and version = :version returning content::text";

    private final JdbcClient jdbc;

    PassportDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A draft as JSON. */
    public record Draft(String code, int version, String content, String sha256) {}

    /** Saves a draft; one that was there under this version is replaced. */
    public void save(Draft draft, Instant now) {
        jdbc.sql(SAVE)
                .param("code", draft.code)
                .param("version", draft.version)
                .param("content", draft.content)
                .param("sha256", draft.sha256)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<String> find(String code, int version) {
        return one(FIND, code, version);
    }

    /** Removes a draft and gives its content; of two who take it one gets nothing. */
    public Optional<String> take(String code, int version) {
        return one(TAKE, code, version);
    }

    private Optional<String> one(String sql, String code, int version) {
        return jdbc.sql(sql)
                .param("code", code)
                .param("version", version)
                .query(String.class)
                .optional();
    }
}
