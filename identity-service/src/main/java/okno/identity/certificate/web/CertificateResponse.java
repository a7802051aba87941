package okno.identity.certificate.web;

import java.time.Instant;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateKind;
import okno.identity.certificate.domain.CertificateStatus;
import okno.identity.certificate.domain.PersonCertificate;
import org.jspecify.annotations.Nullable;

/** A certificate as its person sees it; {@code certificate} is the DER in Base64. */
record CertificateResponse(
        UUID id,
        CertificateKind kind,
        CertificateStatus status,
        String serialNumber,
        String fingerprint,
        byte[] certificate,
        @Nullable String challenge,
        Instant notBefore,
        Instant notAfter,
        @Nullable Instant revokedAt) {

    static CertificateResponse from(PersonCertificate certificate) {
        return new CertificateResponse(
                certificate.id(),
                certificate.kind(),
                certificate.status(),
                certificate.serialNumber(),
                certificate.fingerprint(),
                certificate.der(),
                certificate.challenge(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.revokedAt());
    }
}
