package okno.identity.consent.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.domain.ConsentField;
import okno.identity.consent.domain.ConsentTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All consents, of all times. */
@Repository
public class Consents {

    private static final String SELECT = """
            select id, person_id, purpose, fields, recipient, valid_until, signature_id, status, version, created_at,
                   sign_until, given_at, withdrawn_at
            from consent
            """;

    private static final String INSERT = """
            insert into consent (id, person_id, purpose, fields, recipient, valid_until, document, signature_id, status,
                                 version, created_at, sign_until)
            values (:id, :person, :purpose, :fields, :recipient, :until, :document, :signature, :status, :version,
                    :created, :sign_until)
            """;

    private static final String UPDATE = """
            update consent
            set status = :status, version = :version, given_at = :given, withdrawn_at = :withdrawn
            where id = :id
            """;

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Consent consent, byte[] document) {
        jdbc.sql(INSERT)
                .param("id", consent.id())
                .param("person", consent.personId())
                .param("purpose", consent.terms().purpose())
                .param(
                        "fields",
                        consent.terms().fields().stream().map(Enum::name).toArray(String[]::new))
                .param("recipient", consent.terms().recipient())
                .param("until", consent.terms().until())
                .param("document", document)
                .param("signature", consent.signatureId())
                .param("status", consent.stage().name())
                .param("version", consent.version())
                .param("created", utc(consent.createdAt()))
                .param("sign_until", utc(consent.signUntil()))
                .update();
    }

    public void save(Consent consent) {
        jdbc.sql(UPDATE)
                .param("id", consent.id())
                .param("status", consent.stage().name())
                .param("version", consent.version())
                .param("given", utc(consent.givenAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("withdrawn", utc(consent.withdrawnAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** The person's own, locked: signing and withdrawing follow one another. */
    public Optional<Consent> lock(UUID id, UUID personId) {
        return jdbc.sql(SELECT + "where id = :id and person_id = :person for update")
                .param("id", id)
                .param("person", personId)
                .query((rs, row) -> read(rs))
                .optional();
    }

    public Optional<Consent> find(UUID id, UUID personId) {
        return jdbc.sql(SELECT + "where id = :id and person_id = :person")
                .param("id", id)
                .param("person", personId)
                .query((rs, row) -> read(rs))
                .optional();
    }

    /** The bytes that were signed. */
    public Optional<byte[]> document(UUID id, UUID personId) {
        return jdbc.sql("select document from consent where id = :id and person_id = :person")
                .param("id", id)
                .param("person", personId)
                .query(byte[].class)
                .optional();
    }

    /** The person's, newest first; {@code after} is the id of the last one seen. */
    public List<Consent> page(UUID personId, @Nullable UUID after, int rows) {
        return jdbc.sql(SELECT + """
                        where person_id = :person and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :rows
                        """)
                .param("person", personId)
                .param("after", after)
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** What holds between the two on a day, the last day included. */
    public List<Consent> inForce(UUID personId, String recipient, LocalDate today) {
        return jdbc.sql(SELECT + """
                        where person_id = :person and recipient = :recipient and status = 'GIVEN'
                          and valid_until >= :today
                        order by id
                        limit 100
                        """)
                .param("person", personId)
                .param("recipient", recipient)
                .param("today", today)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** Everything the person has not taken back, locked; a hundred at most. */
    public List<Consent> lockOpen(UUID personId) {
        return jdbc.sql(SELECT + "where person_id = :person and status <> 'WITHDRAWN' order by id limit 100 for update")
                .param("person", personId)
                .query((rs, row) -> read(rs))
                .list();
    }

    private static Consent read(ResultSet rs) throws SQLException {
        List<ConsentField> fields = Arrays.stream(
                        (String[]) rs.getArray("fields").getArray())
                .map(ConsentField::valueOf)
                .toList();
        return new Consent(
                rs.getObject("id", UUID.class),
                rs.getObject("person_id", UUID.class),
                new ConsentTerms(
                        rs.getString("purpose"),
                        fields,
                        rs.getString("recipient"),
                        rs.getObject("valid_until", LocalDate.class)),
                rs.getObject("signature_id", UUID.class),
                Consent.Stage.valueOf(rs.getString("status")),
                rs.getLong("version"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("sign_until", OffsetDateTime.class).toInstant(),
                instant(rs, "given_at"),
                instant(rs, "withdrawn_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
