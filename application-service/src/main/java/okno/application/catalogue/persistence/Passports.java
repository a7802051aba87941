package okno.application.catalogue.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import okno.application.catalogue.domain.Passport;
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

    private final JdbcClient jdbc;

    Passports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a version unless it is there. */
    public void publish(Passport passport, String content, String sha256, Instant now) {
        jdbc.sql(INSERT)
                .param("code", passport.code())
                .param("version", passport.version())
                .param("content", content)
                .param("sha256", sha256)
                .param("publishedAt", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** SHA-256 of the content that a version was published with. */
    public String sha256(String code, int version) {
        return jdbc.sql(SHA256)
                .param("code", code)
                .param("version", version)
                .query(String.class)
                .single();
    }
}
