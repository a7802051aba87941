package okno.application.feedback.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.vault.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All ratings; what people wrote is sealed. */
@Repository
public class Ratings {

    private static final String INSERT = """
            insert into feedback (application_id, agency, region, service_code, rating, text, shown_to_agency, created_at)
            values (:id, :agency, :region, :service, :rating, :text, :shown, :now)
            on conflict do nothing
            """;
    private static final String BY_SERVICE = """
            select service_code, rating, count(*) as given
              from feedback
             where agency = :agency and (:region::text is null or region is null or region = :region)
             group by service_code, rating
             order by service_code, rating
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    Ratings(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** How often a service was rated so. */
    public record Given(String serviceCode, int rating, long given) {}

    /** False when the application was rated before. */
    public boolean insert(Application application, int rating, @Nullable String text, boolean shown, Instant now) {
        return jdbc.sql(INSERT)
                        .param("id", application.id())
                        .param("agency", application.service().agency())
                        .param("region", application.region())
                        .param("service", application.service().code())
                        .param("rating", rating)
                        .param(
                                "text",
                                text == null ? null : personalData.seal("feedback|" + application.id() + "|text", text))
                        .param("shown", shown)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What an applicant said of one application. */
    public record Said(int rating, @Nullable String text, boolean shownToAgency, Instant at) {}

    public Optional<Said> of(UUID applicationId) {
        return jdbc.sql("select rating, text, shown_to_agency, created_at from feedback where application_id = :id")
                .param("id", applicationId)
                .query((row, i) -> {
                    byte[] text = row.getBytes("text");
                    return new Said(
                            row.getInt("rating"),
                            text == null ? null : personalData.open("feedback|" + applicationId + "|text", text),
                            row.getBoolean("shown_to_agency"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /** By service and rating, both rising. */
    public List<Given> byService(String agency, @Nullable String region) {
        return jdbc.sql(BY_SERVICE)
                .param("agency", agency)
                .param("region", region)
                .query(Given.class)
                .list();
    }
}
