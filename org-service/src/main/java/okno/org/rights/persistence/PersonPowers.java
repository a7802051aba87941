package okno.org.rights.persistence;

import java.time.LocalDate;
import java.util.List;
import okno.platform.rights.Keeping.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Signed powers of attorney of one person, on either side: what was done by them may be disputed for three years. */
@Repository
public class PersonPowers {

    private static final int YEARS = 3;

    private static final String OF_PERSON =
            " from power_of_attorney where (principal_id = :person or representative_id = :person) and signature_id is not null";

    private final JdbcClient jdbc;

    PersonPowers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Kept> kept(String personId) {
        long held = held(personId);
        return held == 0
                ? List.of()
                : List.of(new Kept(
                        "past_power_of_attorney",
                        held,
                        "Civil Code art. 183, 196",
                        YEARS + " years after the power of attorney ended"));
    }

    /** Removes what nobody can dispute any more on that day; how many. */
    public long removeDue(String personId, LocalDate today) {
        return jdbc.sql("delete" + OF_PERSON + """
                         and status not in ('PENDING_SIGNATURE', 'ACTIVE')
                         and changed_at < (:before::date::timestamp at time zone 'Europe/Moscow')
                        """)
                .param("person", personId)
                .param("before", today.minusYears(YEARS))
                .update();
    }

    public boolean anyHeld(String personId) {
        return held(personId) > 0;
    }

    private long held(String personId) {
        return jdbc.sql("select count(*)" + OF_PERSON)
                .param("person", personId)
                .query(Long.class)
                .single();
    }
}
