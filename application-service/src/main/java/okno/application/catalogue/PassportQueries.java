package okno.application.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okno.application.catalogue.domain.Passport;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads published passports. A published version never changes, so what was read once is kept. */
@Component
public class PassportQueries {

    private static final String ONE =
            "select content::text from service_passport where code = :code and version = :version";
    private static final String NEWEST = """
            select distinct on (code) code, version
              from service_passport
             where :code::text is null or code = :code
             order by code, version desc
             limit 1000
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Map<Version, Passport> passports = new ConcurrentHashMap<>();
    private final Map<Version, FormSchema> schemas = new ConcurrentHashMap<>();

    PassportQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The version an application was begun with. */
    public Passport get(String code, int version) {
        return passports.computeIfAbsent(new Version(code, version), this::load);
    }

    /** How the forms of a version are judged. */
    public FormSchema schema(Passport passport) {
        return schemas.computeIfAbsent(
                new Version(passport.code(), passport.version()), version -> FormSchema.of(passport));
    }

    /**
     * The version that new applications get.
     *
     * @throws Problem {@code service_unknown}
     */
    public Passport newest(String code) {
        return newestVersions(code).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "service_unknown"));
    }

    /** Services that a caller may look for: every condition that is given must hold. */
    public List<Passport> find(Search search) {
        return newestVersions(null).stream().filter(search::matches).toList();
    }

    /** Codes of the services, of any version, whose title has the words in either language. */
    public List<String> codesTitled(String words) {
        return find(new Search(words, null, null)).stream().map(Passport::code).toList();
    }

    /** What to look for; null does not matter. */
    public record Search(@Nullable String words, @Nullable String category, Passport.@Nullable Kind applicant) {

        boolean matches(Passport passport) {
            return (category == null || category.equals(passport.category()))
                    && (applicant == null || passport.applicant().kinds().contains(applicant))
                    && (words == null || contains(passport, words.strip().toLowerCase(Locale.ROOT)));
        }

        private static boolean contains(Passport passport, String part) {
            return (passport.title().ru() + "\n" + passport.title().en() + "\n"
                            + passport.description().ru() + "\n"
                            + passport.description().en())
                    .toLowerCase(Locale.ROOT)
                    .contains(part);
        }
    }

    private List<Passport> newestVersions(@Nullable String code) {
        return jdbc
                .sql(NEWEST)
                .param("code", code)
                .query((row, i) -> new Version(row.getString("code"), row.getInt("version")))
                .list()
                .stream()
                .map(version -> get(version.code, version.number))
                .toList();
    }

    private Passport load(Version key) {
        String content = jdbc.sql(ONE)
                .param("code", key.code)
                .param("version", key.number)
                .query(String.class)
                .single();
        return json.readValue(content, Passport.class);
    }

    private record Version(String code, int number) {}
}
