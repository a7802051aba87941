package okno.identity.certificate;

import java.security.PrivateKey;
import java.util.Optional;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateRefused;
import okno.identity.certificate.persistence.Certificates;
import org.springframework.stereotype.Component;

/** Opens a person's key for one signature. */
@Component
public class SigningKeys {

    private final Certificates certificates;
    private final KeySafe safe;

    SigningKeys(Certificates certificates, KeySafe safe) {
        this.certificates = certificates;
        this.safe = safe;
    }

    /**
     * The key; empty: the password is wrong.
     *
     * @throws CertificateRefused {@code certificate_required} when the certificate was revoked and its key is gone
     */
    public Optional<PrivateKey> open(UUID certificate, String keyPassword) {
        byte[] sealed = certificates.sealedKey(certificate).orElseThrow(CertificateRefused::missing);
        return safe.open(certificate, sealed, keyPassword);
    }
}
