package okno.identity.signature.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.protection.KeyedHash;
import okno.identity.signature.domain.OneTimeCode;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureFormat;
import okno.identity.signature.domain.SignatureKind;
import okno.identity.signature.domain.SignatureLevel;
import okno.identity.signature.domain.SignatureStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All signatures. Of a code only its keyed hash is kept, and only while the code can be used. */
@Repository
public class Signatures {

    private static final String COLUMNS =
            "id, person_id, org_id, document_sha256, kind, status, attempts_left, created_at, expires_at, confirmed_at,"
                    + " format, level, certificate_id";

    private final JdbcClient jdbc;
    private final KeyedHash hash;

    Signatures(JdbcClient jdbc, KeyedHash hash) {
        this.jdbc = jdbc;
        this.hash = hash;
    }

    /** Lets one person ask for one code at a time, until the end of the transaction; others do not wait. */
    public void serialise(UUID personId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('signature', :salt))")
                .param("salt", personId.getLeastSignificantBits())
                .query((rs, row) -> 1)
                .list();
    }

    /** Codes sent to this person since then. */
    public int countSince(UUID personId, Instant since) {
        return jdbc.sql("select count(*) from signature where person_id = :person and created_at > :since"
                        + " and kind <> 'QUALIFIED'")
                .param("person", personId)
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** When this person last asked for a code for this document. */
    public Optional<Instant> lastRequest(UUID personId, String documentSha256) {
        return jdbc.sql("""
                        select created_at from signature
                        where person_id = :person and document_sha256 = :document and kind <> 'QUALIFIED'
                        order by id desc
                        limit 1
                        """)
                .param("person", personId)
                .param("document", documentSha256)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** {@code code}: null when none was sent. */
    public void insert(Signature signature, @Nullable OneTimeCode code) {
        jdbc.sql("""
                        insert into signature (id, person_id, org_id, document_sha256, kind, status, code_hash,
                                               attempts_left, created_at, expires_at, format, level, certificate_id)
                        values (:id, :person, :org, :document, :kind, :status, :code_hash, :left, :created, :expires,
                                :format, :level, :certificate)
                        """)
                .param("id", signature.id())
                .param("person", signature.personId())
                .param("org", signature.orgId())
                .param("document", signature.documentSha256())
                .param("kind", signature.kind().name())
                .param("status", signature.status().name())
                .param("code_hash", hash.ofOptional(purpose(signature.id()), code == null ? null : code.digits()))
                .param("left", signature.attemptsLeft())
                .param("created", utc(signature.createdAt()))
                .param("expires", utc(signature.expiresAt()))
                .param("format", nameOf(signature.format()))
                .param("level", nameOf(signature.level()))
                .param("certificate", signature.certificateId())
                .update();
    }

    /** A newer code was asked for, so earlier ones for the same document are worth nothing. */
    public void expirePending(UUID personId, String documentSha256) {
        jdbc.sql("""
                        update signature set status = 'EXPIRED', code_hash = null
                        where person_id = :person and document_sha256 = :document and status = 'PENDING'
                        """)
                .param("person", personId)
                .param("document", documentSha256)
                .update();
    }

    /** Takes back a request whose code was never sent. */
    public void delete(UUID id) {
        jdbc.sql("delete from signature where id = :id and status = 'PENDING'")
                .param("id", id)
                .update();
    }

    /** The person's own signature, locked: of parallel attempts each one counts. */
    public Optional<Signature> lock(UUID id, UUID personId, @Nullable UUID orgId) {
        return jdbc.sql("select " + COLUMNS + """
                         from signature
                        where id = :id and person_id = :person and org_id is not distinct from cast(:org as uuid)
                        for update
                        """)
                .param("id", id)
                .param("person", personId)
                .param("org", orgId)
                .query((rs, row) -> read(rs))
                .optional();
    }

    public boolean codeMatches(UUID id, String typed) {
        byte[] expected = jdbc.sql("select code_hash from signature where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        return hash.matches(expected, purpose(id), typed);
    }

    public void save(Signature signature) {
        jdbc.sql("""
                        update signature
                        set status = :status, attempts_left = :left, confirmed_at = :confirmed, certificate_id = :certificate,
                            code_hash = case when :status = 'PENDING' then code_hash end
                        where id = :id
                        """)
                .param("id", signature.id())
                .param("status", signature.status().name())
                .param("left", signature.attemptsLeft())
                .param("certificate", signature.certificateId())
                .param("confirmed", signature.confirmedAt() == null ? null : utc(signature.confirmedAt()))
                .update();
    }

    public Optional<Signature> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from signature where id = :id")
                .param("id", id)
                .query((rs, row) -> read(rs))
                .optional();
    }

    /** The owner's signatures, newest first; {@code after} is the id of the last one seen. */
    public List<Signature> page(UUID personId, @Nullable UUID orgId, @Nullable UUID after, int rows) {
        return jdbc.sql("select " + COLUMNS + """
                         from signature
                        where person_id = :person and org_id is not distinct from cast(:org as uuid)
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by id desc
                        limit :rows
                        """)
                .param("person", personId)
                .param("org", orgId)
                .param("after", after)
                .param("rows", rows)
                .query((rs, row) -> read(rs))
                .list();
    }

    private static Signature read(ResultSet rs) throws SQLException {
        OffsetDateTime confirmed = rs.getObject("confirmed_at", OffsetDateTime.class);
        return new Signature(
                rs.getObject("id", UUID.class),
                rs.getObject("person_id", UUID.class),
                rs.getObject("org_id", UUID.class),
                rs.getString("document_sha256"),
                SignatureKind.valueOf(rs.getString("kind")),
                SignatureStatus.valueOf(rs.getString("status")),
                rs.getInt("attempts_left"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                confirmed == null ? null : confirmed.toInstant(),
                rs.getString("format") == null ? null : SignatureFormat.valueOf(rs.getString("format")),
                rs.getString("level") == null ? null : SignatureLevel.valueOf(rs.getString("level")),
                rs.getObject("certificate_id", UUID.class));
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String purpose(UUID id) {
        return "signature.code." + id;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
