package okno.application.catalogue.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The published passports. */
@Repository
public class Passports {

    private static final String INSERT = """
            insert into service_passport (code, version, content, sha256, published_at)
            values (:code, :version, :content::json, :sha256, :publishedAt)
            on conflict (code, version) do nothing
            """;
    private static final String SHA256 =
            "select sha256 from service_passport where code = :code and version = :version";
    private static final String CONTENT =
            "select content::text from service_passport where code = :code and version = :version";
    private static final String NEWEST = """
            select distinct on (code) code, version, content::text
              from service_passport
             order by code, version desc
             limit 5000
            """;
    private static final String NEWEST_VERSION =
            "select coalesce(max(version), 0) from service_passport where code = :code";
    private static final String REVISION = "select revision from catalogue_revision";

    private final JdbcClient jdbc;

    Passports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stored version, as JSON. */
    public record Stored(String code, int version, String content) {}

    /** Stores a version unless it is there. */
    public void publish(Stored passport, String sha256, Instant now) {
        jdbc.sql(INSERT)
                .param("code", passport.code)
                .param("version", passport.version)
                .param("content", passport.content)
                .param("sha256", sha256)
                .param("publishedAt", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** SHA-256 of the content that a version was published with; empty: not published. */
    public Optional<String> sha256(String code, int version) {
        return one(SHA256, code, version);
    }

    public Optional<String> content(String code, int version) {
        return one(CONTENT, code, version);
    }

    /** The newest version of every service. */
    public List<Stored> newest() {
        return jdbc.sql(NEWEST)
                .query((row, i) -> new Stored(row.getString("code"), row.getInt("version"), row.getString("content")))
                .list();
    }

    /** 0: never published. */
    public int newestVersion(String code) {
        return jdbc.sql(NEWEST_VERSION).param("code", code).query(Integer.class).single();
    }

    /** Grows with every change of the catalogue or of the reference data it leans on. */
    public long revision() {
        return jdbc.sql(REVISION).query(Long.class).single();
    }

    private Optional<String> one(String sql, String code, int version) {
        return jdbc.sql(sql)
                .param("code", code)
                .param("version", version)
                .query(String.class)
                .optional();
    }
}
