package okno.platform.rights;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Persons whose account has ended and of whom a law keeps something here: the account's id, by which it is found again
 * when its term ends. The table {@code erased_person} is the service's own.
 */
public class ErasedPersons {

    private static final String REMEMBER = """
            insert into erased_person (person_id, erasure_id, erased_at, look_at)
            values (:person, :erasure, :now, :now)
            on conflict do nothing
            """;

    /** Due ones, longest first; until the moment given nobody else takes them. */
    private static final String TAKE = """
            update erased_person set look_at = :until
             where person_id in (select person_id from erased_person where look_at <= :now
                                  order by look_at limit :rows for update skip locked)
            returning person_id, erasure_id
            """;

    private final JdbcClient jdbc;

    ErasedPersons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person to look after, and the order that ended their account. */
    record Due(String personId, UUID erasureId) {}

    /** In the transaction that erases the rest. */
    public void remember(String personId, UUID erasureId, Instant now) {
        jdbc.sql(REMEMBER)
                .param("person", personId)
                .param("erasure", erasureId)
                .param("now", utc(now))
                .update();
    }

    List<Due> take(int rows, Instant now, Duration lease) {
        return jdbc.sql(TAKE)
                .param("until", utc(now.plus(lease)))
                .param("now", utc(now))
                .param("rows", rows)
                .query((row, number) -> new Due(row.getString("person_id"), row.getObject("erasure_id", UUID.class)))
                .list();
    }

    void lookAgain(String personId, Instant at) {
        jdbc.sql("update erased_person set look_at = :at where person_id = :person")
                .param("person", personId)
                .param("at", utc(at))
                .update();
    }

    void forget(String personId) {
        jdbc.sql("delete from erased_person where person_id = :person")
                .param("person", personId)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
