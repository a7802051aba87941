package okno.identity.assurance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import okno.identity.assurance.domain.MfcCode;
import okno.identity.person.domain.Passport;
import okno.identity.protection.KeyedHash;
import okno.identity.protection.PersonalData;
import okno.platform.core.number.Snils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Codes of one-stop offices, one for a SNILS at a time. */
@Repository
public class MfcCodes {

    private static final String TABLE = "mfc_code";

    private static final String REPLACE = """
            insert into mfc_code (id, snils_hash, code_hash, content, officer_id, attempts_left, created_at, expires_at)
            values (:id, :snils, :code, :content, :officer, :attempts, :created_at, :expires_at)
            on conflict (snils_hash) do update
            set id = excluded.id, code_hash = excluded.code_hash, content = excluded.content,
                officer_id = excluded.officer_id, attempts_left = excluded.attempts_left,
                created_at = excluded.created_at, expires_at = excluded.expires_at
            """;

    private static final String LOCK = """
            select id, content, officer_id, attempts_left, created_at, expires_at
            from mfc_code where snils_hash = :snils for update
            """;

    private final JdbcClient jdbc;
    private final PersonalData personalData;
    private final KeyedHash hash;
    private final JsonMapper json;

    MfcCodes(JdbcClient jdbc, PersonalData personalData, KeyedHash hash, JsonMapper json) {
        this.jdbc = jdbc;
        this.personalData = personalData;
        this.hash = hash;
        this.json = json;
    }

    /** Keeps a code instead of the one before for the same SNILS. */
    public void replace(MfcCode code, String digits) {
        jdbc.sql(REPLACE)
                .param("id", code.id())
                .param("snils", hash.of("person.snils", code.snils().value()))
                .param("code", hash.of(purpose(code.id()), digits))
                .param("content", row(code.id()).seal("content", json.writeValueAsString(code.passport())))
                .param("officer", code.officerId())
                .param("attempts", code.attemptsLeft())
                .param("created_at", OffsetDateTime.ofInstant(code.createdAt(), ZoneOffset.UTC))
                .param("expires_at", OffsetDateTime.ofInstant(code.expiresAt(), ZoneOffset.UTC))
                .update();
    }

    /** The code for this SNILS, kept from others until the transaction ends: two guesses at a time are two tries. */
    public Optional<MfcCode> lock(Snils snils) {
        return jdbc.sql(LOCK)
                .param("snils", hash.of("person.snils", snils.value()))
                .query((rs, place) -> read(rs, snils))
                .optional();
    }

    public boolean matches(MfcCode code, String digits) {
        byte[] kept = jdbc.sql("select code_hash from mfc_code where id = :id")
                .param("id", code.id())
                .query(byte[].class)
                .single();
        return hash.matches(kept, purpose(code.id()), digits);
    }

    public void miss(UUID id) {
        jdbc.sql("update mfc_code set attempts_left = attempts_left - 1 where id = :id")
                .param("id", id)
                .update();
    }

    /** False when it is gone already. */
    public boolean delete(UUID id) {
        return jdbc.sql("delete from mfc_code where id = :id").param("id", id).update() == 1;
    }

    private MfcCode read(ResultSet rs, Snils snils) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new MfcCode(
                id,
                snils,
                json.readValue(row(id).open("content", rs.getBytes("content")), Passport.class),
                rs.getString("officer_id"),
                rs.getInt("attempts_left"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private PersonalData.Row row(UUID id) {
        return personalData.row(TABLE, id);
    }

    /** Each code has a hash of its own, so that equal codes cannot be seen to be equal. */
    private static String purpose(UUID id) {
        return "mfc_code." + id;
    }
}
