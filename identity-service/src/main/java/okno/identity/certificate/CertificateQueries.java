package okno.identity.certificate;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateKind;
import okno.identity.certificate.domain.CertificateRefused;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.certificate.persistence.Certificates;
import okno.identity.person.domain.PersonId;
import okno.platform.core.Caller;
import org.springframework.stereotype.Service;

/** Certificates as their person, and the signing of documents, see them. */
@Service
public class CertificateQueries {

    private final Certificates certificates;
    private final Clock clock;

    CertificateQueries(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    /** All of the caller, newest first. */
    public List<PersonCertificate> mine(Caller caller) {
        return certificates.of(personOf(caller));
    }

    /**
     * The certificate that makes the person's advanced signatures.
     *
     * @throws CertificateRefused {@code certificate_required}
     */
    public PersonCertificate signing(UUID personId) {
        return certificates
                .platform(personId)
                .filter(certificate -> certificate.usableAt(clock.instant()))
                .orElseThrow(CertificateRefused::missing);
    }

    /** Whether the person has an own certificate that could make a qualified signature. */
    public void requireOwn(UUID personId) {
        if (certificates.of(personId).stream().noneMatch(this::isOwnAndUsable)) {
            throw CertificateRefused.missing();
        }
    }

    /**
     * The person's own registered certificate with this DER.
     *
     * @throws CertificateRefused {@code certificate_required}
     */
    public PersonCertificate own(UUID personId, byte[] der) {
        return certificates.of(personId).stream()
                .filter(this::isOwnAndUsable)
                .filter(certificate -> Arrays.equals(certificate.der(), der))
                .findFirst()
                .orElseThrow(CertificateRefused::missing);
    }

    /** The certificate with this DER, whoever registered it or holds it from the platform, revoked or not. */
    public Optional<PersonCertificate> known(byte[] der) {
        return certificates.known(NewCertificate.fingerprint(der));
    }

    private boolean isOwnAndUsable(PersonCertificate certificate) {
        return certificate.kind() == CertificateKind.OWN && certificate.usableAt(clock.instant());
    }

    static UUID personOf(Caller caller) {
        return PersonId.of(caller).value();
    }
}
