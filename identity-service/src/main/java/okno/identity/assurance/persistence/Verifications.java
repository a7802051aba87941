package okno.identity.assurance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import okno.identity.assurance.domain.Method;
import okno.identity.assurance.domain.Verification;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All evidence. */
@Repository
public class Verifications {

    private static final String SELECT = """
            select id, person_id, method, raised_from, raised_to, witness, verified_at, valid_until, ended_at
            from verification
            """;

    private static final String INSERT = """
            insert into verification (id, person_id, method, raised_from, raised_to, witness, verified_at, valid_until)
            values (:id, :person, :method, :from, :to, :witness, :at, :until)
            """;

    private final JdbcClient jdbc;

    Verifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Verification verification) {
        jdbc.sql(INSERT)
                .param("id", verification.id())
                .param("person", verification.personId().value())
                .param("method", verification.method().name())
                .param("from", verification.from().word())
                .param("to", verification.to().word())
                .param("witness", verification.witness())
                .param("at", OffsetDateTime.ofInstant(verification.verifiedAt(), ZoneOffset.UTC))
                .param("until", verification.validUntil())
                .update();
    }

    public List<Verification> of(PersonId person) {
        return jdbc.sql(SELECT + "where person_id = :person order by verified_at desc limit 100")
                .param("person", person.value())
                .query((rs, row) -> read(rs))
                .list();
    }

    /** Those that were good until yesterday at most; each replica takes others. */
    public List<Verification> lockExpired(LocalDate today, int rows) {
        return jdbc.sql(SELECT + """
                where ended_at is null and valid_until < :today
                order by valid_until limit :rows for update skip locked""")
                .param("today", today)
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    public void end(UUID id, Instant at) {
        jdbc.sql("update verification set ended_at = :at where id = :id")
                .param("id", id)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private static Verification read(ResultSet rs) throws SQLException {
        OffsetDateTime ended = rs.getObject("ended_at", OffsetDateTime.class);
        return new Verification(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                Method.valueOf(rs.getString("method")),
                Ial.ofWord(rs.getString("raised_from")),
                Ial.ofWord(rs.getString("raised_to")),
                rs.getString("witness"),
                rs.getObject("verified_at", OffsetDateTime.class).toInstant(),
                rs.getObject("valid_until", LocalDate.class),
                ended == null ? null : ended.toInstant());
    }
}
