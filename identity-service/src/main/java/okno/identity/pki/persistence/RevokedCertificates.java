package okno.identity.pki.persistence;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import okno.identity.pki.CertificateAuthority.Revoked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Revoked certificates by serial number: numbers, times and reasons, nobody's name. */
@Repository
public class RevokedCertificates {

    /** A list of this size has some 4 MB; long before it is reached lists must be split (RFC 5280, 5.2.5). */
    private static final int LIMIT = 100_000;

    private final JdbcClient jdbc;

    RevokedCertificates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Revoked revoked) {
        jdbc.sql("""
                        insert into revoked_certificate (serial_number, revoked_at, reason)
                        values (:serial, :at, :reason)
                        on conflict do nothing
                        """)
                .param("serial", revoked.serial().toString(16))
                .param("at", OffsetDateTime.ofInstant(revoked.at(), ZoneOffset.UTC))
                .param("reason", revoked.reason())
                .update();
    }

    public Optional<Revoked> find(BigInteger serial) {
        return jdbc.sql(
                        "select serial_number, revoked_at, reason from revoked_certificate where serial_number = :serial")
                .param("serial", serial.toString(16))
                .query((rs, row) -> read(rs))
                .optional();
    }

    public List<Revoked> all() {
        return jdbc.sql(
                        "select serial_number, revoked_at, reason from revoked_certificate order by serial_number limit "
                                + LIMIT)
                .query((rs, row) -> read(rs))
                .list();
    }

    private static Revoked read(ResultSet rs) throws SQLException {
        return new Revoked(
                new BigInteger(rs.getString("serial_number"), 16),
                rs.getObject("revoked_at", OffsetDateTime.class).toInstant(),
                rs.getInt("reason"));
    }
}
