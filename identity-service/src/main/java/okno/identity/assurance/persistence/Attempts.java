package okno.identity.assurance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import okno.identity.assurance.domain.Attempt;
import okno.identity.assurance.domain.Method;
import okno.identity.person.domain.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proofs that have begun. They hold no personal data. */
@Repository
public class Attempts {

    private static final String COLUMNS =
            "id, person_id, method, status, challenge, page, reason, created_at, expires_at";

    private static final String INSERT = """
            insert into verification_attempt (id, person_id, method, status, challenge, page, created_at, expires_at)
            values (:id, :person, :method, 'PENDING', :challenge, :page, :created_at, :expires_at)
            """;

    private static final String COUNT = """
            select count(*) from verification_attempt
            where person_id = :person and method = :method and created_at > :since
            """;

    private static final String END = """
            update verification_attempt set status = :status, reason = :reason, challenge = null, page = null
            where id = :id and status = 'PENDING'
            """;

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Attempt attempt) {
        jdbc.sql(INSERT)
                .param("id", attempt.id())
                .param("person", attempt.personId().value())
                .param("method", attempt.method().name())
                .param("challenge", attempt.challenge())
                .param("page", attempt.page())
                .param("created_at", utc(attempt.createdAt()))
                .param("expires_at", utc(attempt.expiresAt()))
                .update();
    }

    public int countSince(PersonId person, Method method, Instant since) {
        return jdbc.sql(COUNT)
                .param("person", person.value())
                .param("method", method.name())
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    public Optional<Attempt> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from verification_attempt where id = :id")
                .param("id", id)
                .query((rs, row) -> read(rs))
                .optional();
    }

    public Optional<Attempt> findOf(PersonId person, UUID id) {
        return find(id).filter(attempt -> attempt.personId().equals(person));
    }

    /** Ends it, once; false when it had ended already. */
    public boolean end(UUID id, Attempt.Status status, @Nullable String reason) {
        return jdbc.sql(END)
                        .param("id", id)
                        .param("status", status.name())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    public void delete(UUID id) {
        jdbc.sql("delete from verification_attempt where id = :id")
                .param("id", id)
                .update();
    }

    /** Those that nobody counts or asks about any more. */
    public int forgetBefore(Instant before) {
        return jdbc.sql("delete from verification_attempt where created_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static Attempt read(ResultSet rs) throws SQLException {
        return new Attempt(
                rs.getObject("id", UUID.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                Method.valueOf(rs.getString("method")),
                Attempt.Status.valueOf(rs.getString("status")),
                rs.getString("challenge"),
                rs.getString("page"),
                rs.getString("reason"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
