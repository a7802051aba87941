package okno.application.catalogue.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The published passports. A published version never changes, so what was read once is kept. */
@Repository
public class Passports {

    private static final String INSERT = """
            insert into service_passport (code, version, content, sha256, published_at)
            values (:code, :version, :content::json, :sha256, :publishedAt)
            on conflict (code, version) do nothing
            """;
    private static final String SHA256 =
            "select sha256 from service_passport where code = :code and version = :version";
    private static final String ONE =
            "select content::text from service_passport where code = :code and version = :version";
    private static final String NEWEST_VERSION = "select max(version) from service_passport where code = :code";
    private static final String NEWEST = """
            select distinct on (code) code, version from service_passport order by code, version desc limit 1000
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Version, Passport> read = new ConcurrentHashMap<>();

    Passports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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

    /** The version that new applications get. */
    public Passport newest(String code) {
        return jdbc.sql(NEWEST_VERSION)
                .param("code", code)
                .query(Integer.class)
                .optional()
                .map(version -> get(code, version))
                .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "service_unknown"));
    }

    public Passport get(String code, int version) {
        return read.computeIfAbsent(new Version(code, version), this::load);
    }

    /** The newest version of every service. */
    public List<Passport> newest() {
        return jdbc
                .sql(NEWEST)
                .query((row, i) -> new Version(row.getString("code"), row.getInt("version")))
                .list()
                .stream()
                .map(version -> get(version.code, version.version))
                .toList();
    }

    private Passport load(Version key) {
        String content = jdbc.sql(ONE)
                .param("code", key.code)
                .param("version", key.version)
                .query(String.class)
                .single();
        return json.readValue(content, Passport.class);
    }

    private record Version(String code, int version) {}
}
