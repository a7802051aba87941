package okno.identity.certificate;

import java.math.BigInteger;
import java.time.Clock;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateKind;
import okno.identity.certificate.domain.CertificateStatus;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.certificate.persistence.Certificates;
import okno.identity.pki.RevocationList;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person takes a certificate out of use: one of the platform is on the revocation list at once and its key is gone;
 * one's own is only forgotten here, its authority revokes it.
 */
@Service
public class RevokeCertificate {

    private static final String BASIS = "63-FZ art. 14";

    /** RFC 5280, 5.3.1: cessationOfOperation; that the key leaked is not what the person says here. */
    private static final int CEASED = 5;

    private final Certificates certificates;
    private final RevocationList revocations;
    private final Audit audit;
    private final Clock clock;

    RevokeCertificate(Certificates certificates, RevocationList revocations, Audit audit, Clock clock) {
        this.certificates = certificates;
        this.revocations = revocations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which one. */
    public record Command(UUID id) {}

    /** Twice is as good as once. */
    @Transactional
    public void handle(Caller caller, Command command) {
        PersonCertificate certificate = certificates
                .lock(command.id(), CertificateQueries.personOf(caller))
                .orElseThrow(Problem::notFound);
        if (certificate.status() == CertificateStatus.REVOKED) {
            return;
        }
        certificates.revoke(certificate.id(), clock.instant());
        if (certificate.kind() == CertificateKind.PLATFORM) {
            revocations.add(new BigInteger(certificate.serialNumber(), 16), CEASED);
        }
        audit.record(
                caller, AuditRecord.done("certificate.revoked", "certificate", certificate.id(), caller.id(), BASIS));
    }
}
