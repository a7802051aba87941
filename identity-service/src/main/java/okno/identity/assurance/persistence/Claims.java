package okno.identity.assurance.persistence;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Levels that Keycloak is still to be told. */
@Repository
public class Claims {

    private static final String TELL = """
            insert into ial_claim (person_id, ial, due_at) values (:person, :ial, :now)
            on conflict (person_id) do update set ial = excluded.ial, due_at = excluded.due_at
            """;

    private static final String TAKE_DUE = """
            update ial_claim set due_at = :again_at
            where person_id in (select person_id from ial_claim where due_at <= :now
                                order by due_at limit :rows for update skip locked)
            returning person_id, ial
            """;

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A level to tell. */
    public record Claim(PersonId personId, Ial ial) {}

    public void tell(PersonId person, Ial ial, Instant now) {
        jdbc.sql(TELL)
                .param("person", person.value())
                .param("ial", ial.word())
                .param("now", utc(now))
                .update();
    }

    /** Takes those that are due; what is not told is due again after the lease. */
    public List<Claim> takeDue(int rows, Instant now, Duration lease) {
        return jdbc.sql(TAKE_DUE)
                .param("now", utc(now))
                .param("again_at", utc(now.plus(lease)))
                .param("rows", rows)
                .query((rs, row) ->
                        new Claim(new PersonId(rs.getObject("person_id", UUID.class)), Ial.ofWord(rs.getString("ial"))))
                .list();
    }

    /** Forgets a level that was told, unless there is a newer one. */
    public void told(Claim claim) {
        jdbc.sql("delete from ial_claim where person_id = :person and ial = :ial")
                .param("person", claim.personId().value())
                .param("ial", claim.ial().word())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
