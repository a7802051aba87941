package okno.identity.certificate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateKind;
import okno.identity.certificate.domain.CertificateStatus;
import okno.identity.certificate.domain.PersonCertificate;
import org.jspecify.annotations.Nullable;

/** What we keep of an X.509 certificate that becomes a person's. */
final class NewCertificate {

    private NewCertificate() {}

    /** Active, or pending when there is a challenge to answer. */
    static PersonCertificate of(
            UUID id, UUID personId, CertificateKind kind, X509Certificate certificate, @Nullable Challenge challenge) {
        try {
            byte[] der = certificate.getEncoded();
            return new PersonCertificate(
                    id,
                    personId,
                    kind,
                    challenge == null ? CertificateStatus.ACTIVE : CertificateStatus.PENDING,
                    fingerprint(der),
                    certificate.getSerialNumber().toString(16),
                    der,
                    challenge == null ? null : challenge.text(),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    challenge == null ? certificate.getNotBefore().toInstant() : challenge.since(),
                    null);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which a certificate is recognised: SHA-256 of its DER in hex. */
    static String fingerprint(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to be signed, and since when it is asked for. */
    record Challenge(String text, Instant since) {}
}
