package okno.application.corrective.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import okno.application.corrective.domain.Words;
import okno.application.vault.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ratings behind corrective actions, as far as an agency may know them. */
@Repository
public class BadRatings {

    // A bounded number of rows out of the index, however often a service is rated. What was put right counts no more.
    private static final String RECENT = """
            select count(*)::int as ratings, coalesce(round(avg(rating), 2), 0) as mean
              from (select rating
                      from feedback
                     where agency = :agency and service_code = :service and region %s
                       and created_at > greatest(:since,
                               (select max(closed_at)
                                  from corrective_action
                                 where kind = 'MEAN' and agency = :agency and service_code = :service and region %s))
                     order by created_at desc
                     limit :most) last
            """;
    // Who did not agree is not in the answer: this condition is the only guard, no caller has to remember it.
    private static final String WORDS = """
            select f.application_id, a.number, a.person_id, f.text
              from corrective_action c
              join feedback f on f.application_id = c.application_id and f.shown_to_agency
              join application a on a.id = f.application_id
             where c.id = :id
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;

    BadRatings(JdbcClient jdbc, PersonalData personalData) {
        this.jdbc = jdbc;
        this.personalData = personalData;
    }

    /** {@code mean}: two decimals; 0 of none. */
    public record Recent(int ratings, BigDecimal mean) {}

    /** The last ratings of a service in a region since a time, at most so many. */
    public Recent recent(String agency, String service, @Nullable String region, Instant since, int most) {
        String place = region == null ? "is null" : "= :region";
        return jdbc.sql(RECENT.formatted(place, place))
                .param("agency", agency)
                .param("service", service)
                .param("region", region)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Recent.class)
                .single();
    }

    /** Empty unless the action is of one rating whose giver agreed. */
    public Optional<Words> words(UUID actionId) {
        return jdbc.sql(WORDS)
                .param("id", actionId)
                .query((row, i) -> {
                    UUID application = row.getObject("application_id", UUID.class);
                    byte[] text = row.getBytes("text");
                    return new Words(
                            application,
                            row.getString("number"),
                            row.getString("person_id"),
                            text == null ? null : personalData.open("feedback|" + application + "|text", text));
                })
                .optional();
    }
}
