package okno.identity.certificate;

import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import okno.identity.certificate.domain.CertificateKind;
import okno.identity.certificate.domain.CertificateRefused;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.certificate.persistence.Certificates;
import okno.identity.person.ProfileQueries;
import okno.identity.person.domain.Person;
import okno.identity.verification.CertificateChecks;
import okno.identity.verification.CertificatePurpose;
import okno.identity.verification.CertificateReader;
import okno.identity.verification.Names;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.CheckName;
import okno.identity.verification.domain.Outcome;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person brings the public part of a certificate of their own; it is examined, then its holder must prove the key. */
@Service
public class RegisterCertificate {

    private static final String BASIS = "63-FZ art. 5 part 4, art. 11";
    private static final int RANDOM_BYTES = 32;

    private final ProfileQueries profiles;
    private final CertificateChecks checks;
    private final Certificates certificates;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RegisterCertificate(
            ProfileQueries profiles, CertificateChecks checks, Certificates certificates, Audit audit, Clock clock) {
        this.profiles = profiles;
        this.checks = checks;
        this.certificates = certificates;
        this.audit = audit;
        this.clock = clock;
    }

    /** The certificate, DER or PEM. */
    public record Command(byte[] certificate) {}

    /**
     * Nothing is kept of what is refused.
     *
     * @throws Problem {@code certificate_malformed}, {@code certificate_too_large}, or a {@link CertificateRefused} with
     *     the first reason that a check gave
     */
    @Transactional
    public PersonCertificate handle(Caller caller, Command command) {
        Person person = profiles.profile(caller);
        X509Certificate read = CertificateReader.read(command.certificate());
        Instant now = clock.instant();
        checks.of(read, List.of(), CertificatePurpose.DOCUMENT_SIGNING, now).stream()
                .filter(check -> check.outcome() != Outcome.PASSED)
                // Without its chain nothing can be said of its revocation, and what cannot be said is not the reason.
                .min((one, other) -> Integer.compare(rank(one), rank(other)))
                .ifPresent(check -> {
                    throw CertificateRefused.because(
                            Objects.requireNonNull(check.reason()).code());
                });
        String snils =
                Names.attribute(read.getSubjectX500Principal(), Names.SNILS).orElse("");
        if (!snils.replaceAll("\\D", "").equals(person.snils().value())) {
            throw CertificateRefused.notYours();
        }
        UUID id = Ids.next();
        // Text that nobody could take for a document that somebody meant to sign.
        String challenge = "Okno: proof that the key of certificate " + id + " is mine. " + randomHex();
        PersonCertificate pending = NewCertificate.of(
                id, person.id().value(), CertificateKind.OWN, read, new NewCertificate.Challenge(challenge, now));
        certificates.insert(pending, null);
        audit.record(caller, AuditRecord.done("certificate.registered", "certificate", id, caller.id(), BASIS));
        return pending;
    }

    private static int rank(Check check) {
        return check.name() == CheckName.REVOCATION ? 1 : 0;
    }

    private String randomHex() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
