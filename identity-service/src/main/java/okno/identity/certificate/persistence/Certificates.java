package okno.identity.certificate.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateKind;
import okno.identity.certificate.domain.CertificateStatus;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.protection.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Certificates of persons; the DER is sealed, because it names its holder. */
@Repository
public class Certificates {

    private static final String SELECT = """
            select id, person_id, kind, status, fingerprint, serial_number, certificate, challenge, not_before, not_after,
                   created_at, revoked_at
            from person_certificate
            """;

    private static final int LIMIT = 100;

    private final JdbcClient jdbc;
    private final PersonalData data;

    Certificates(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** Keeps it; false: there is an active one already that excludes it. */
    public boolean insert(PersonCertificate certificate, byte @Nullable [] sealedKey) {
        try {
            jdbc.sql("""
                            insert into person_certificate (id, person_id, kind, status, fingerprint, serial_number,
                                certificate, private_key, challenge, not_before, not_after, created_at)
                            values (:id, :person, :kind, :status, :fingerprint, :serial, :certificate, :key, :challenge,
                                :from, :to, :created)
                            """)
                    .param("id", certificate.id())
                    .param("person", certificate.personId())
                    .param("kind", certificate.kind().name())
                    .param("status", certificate.status().name())
                    .param("fingerprint", certificate.fingerprint())
                    .param("serial", certificate.serialNumber())
                    .param("certificate", seal(certificate))
                    .param("key", sealedKey)
                    .param("challenge", certificate.challenge())
                    .param("from", utc(certificate.notBefore()))
                    .param("to", utc(certificate.notAfter()))
                    .param("created", utc(certificate.createdAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException excluded) {
            return false;
        }
    }

    /** The person's own, locked until the end of the transaction. */
    public Optional<PersonCertificate> lock(UUID id, UUID personId) {
        return jdbc.sql(SELECT + " where id = :id and person_id = :person for update")
                .param("id", id)
                .param("person", personId)
                .query((rs, row) -> read(rs))
                .optional();
    }

    public List<PersonCertificate> of(UUID personId) {
        return jdbc.sql(SELECT + " where person_id = :person order by id desc limit " + LIMIT)
                .param("person", personId)
                .query((rs, row) -> read(rs))
                .list();
    }

    /** The person's certificate of the platform, if one is active. */
    public Optional<PersonCertificate> platform(UUID personId) {
        return jdbc.sql(SELECT + " where person_id = :person and kind = 'PLATFORM' and status = 'ACTIVE'")
                .param("person", personId)
                .query((rs, row) -> read(rs))
                .optional();
    }

    /** Whoever registered it, in use or not; the one in use first. Pending ones prove nothing. */
    public Optional<PersonCertificate> known(String fingerprint) {
        return jdbc.sql(SELECT + """
                         where fingerprint = :fingerprint and status <> 'PENDING'
                        order by case status when 'ACTIVE' then 0 else 1 end limit 1
                        """)
                .param("fingerprint", fingerprint)
                .query((rs, row) -> read(rs))
                .optional();
    }

    public Optional<byte[]> sealedKey(UUID id) {
        return jdbc.sql("select private_key from person_certificate where id = :id and private_key is not null")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** The key is proved; false: the certificate is active with another account. */
    public boolean activate(UUID id) {
        try {
            jdbc.sql("update person_certificate set status = 'ACTIVE', challenge = null where id = :id")
                    .param("id", id)
                    .update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    /** Takes it out of use; of a key of the platform nothing remains. */
    public void revoke(UUID id, Instant now) {
        jdbc.sql("""
                        update person_certificate
                        set status = 'REVOKED', private_key = null, challenge = null, revoked_at = :now
                        where id = :id
                        """).param("id", id).param("now", utc(now)).update();
    }

    private byte @Nullable [] seal(PersonCertificate certificate) {
        return data.row("person_certificate", certificate.id())
                .seal("certificate", Base64.getEncoder().encodeToString(certificate.der()));
    }

    private PersonCertificate read(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        OffsetDateTime revoked = rs.getObject("revoked_at", OffsetDateTime.class);
        String der = data.row("person_certificate", id).open("certificate", rs.getBytes("certificate"));
        return new PersonCertificate(
                id,
                rs.getObject("person_id", UUID.class),
                CertificateKind.valueOf(rs.getString("kind")),
                CertificateStatus.valueOf(rs.getString("status")),
                rs.getString("fingerprint"),
                rs.getString("serial_number"),
                Base64.getDecoder().decode(der),
                rs.getString("challenge"),
                rs.getObject("not_before", OffsetDateTime.class).toInstant(),
                rs.getObject("not_after", OffsetDateTime.class).toInstant(),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
