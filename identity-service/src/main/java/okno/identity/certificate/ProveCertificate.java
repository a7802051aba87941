package okno.identity.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateRefused;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.certificate.persistence.Certificates;
import okno.identity.verification.SignedDocument;
import okno.identity.verification.VerifySignature;
import okno.identity.verification.VerifySignature.Signed;
import okno.identity.verification.domain.Verdict;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The holder signs the challenge with the key of the certificate, which becomes active. */
@Service
public class ProveCertificate {

    private static final String BASIS = "63-FZ art. 11";

    private final Certificates certificates;
    private final VerifySignature verify;
    private final Audit audit;
    private final Clock clock;

    ProveCertificate(Certificates certificates, VerifySignature verify, Audit audit, Clock clock) {
        this.certificates = certificates;
        this.verify = verify;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which certificate, and a detached CMS over the UTF-8 bytes of its challenge. */
    public record Command(UUID id, byte[] signature) {}

    /** @throws CertificateRefused {@code certificate_proof_wrong}, {@code certificate_challenge_expired}, {@code certificate_in_use} */
    @Transactional(noRollbackFor = CertificateRefused.class)
    public PersonCertificate handle(Caller caller, Command command) {
        UUID personId = CertificateQueries.personOf(caller);
        PersonCertificate pending = certificates.lock(command.id(), personId).orElseThrow(Problem::notFound);
        String challenge = pending.challengeAt(clock.instant());
        if (challenge == null) {
            throw CertificateRefused.challengeExpired();
        }
        List<Signed> signed = verify.signed(command.signature(), SignedDocument.of(challenge.getBytes(UTF_8)));
        boolean proved = signed.size() == 1
                && signed.getFirst().report().verdict() == Verdict.VALID
                && isSame(signed.getFirst().certificate(), pending);
        if (!proved) {
            audit.record(
                    caller, AuditRecord.refused("certificate.proved", "certificate", pending.id(), caller.id(), BASIS));
            throw CertificateRefused.proofWrong();
        }
        if (!certificates.activate(pending.id())) {
            throw CertificateRefused.inUse();
        }
        audit.record(caller, AuditRecord.done("certificate.proved", "certificate", pending.id(), caller.id(), BASIS));
        return certificates.lock(pending.id(), personId).orElseThrow(Problem::notFound);
    }

    private static boolean isSame(@Nullable X509Certificate used, PersonCertificate pending) {
        try {
            return used != null && Arrays.equals(used.getEncoded(), pending.der());
        } catch (CertificateEncodingException e) {
            return false;
        }
    }
}
