package okno.identity.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.identity.certificate.CertificateQueries;
import okno.identity.certificate.domain.CertificateKind;
import okno.identity.certificate.domain.CertificateStatus;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.person.FindPerson;
import okno.identity.verification.Names;
import okno.identity.verification.SignedDocument;
import okno.identity.verification.VerifySignature;
import okno.identity.verification.VerifySignature.Signed;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.Outcome;
import okno.identity.verification.domain.Reason;
import okno.identity.verification.domain.Verdict;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges the signature over the text of a log-in, and says whose it is: of the person who registered the certificate, or
 * else of the person whose SNILS it names (63-FZ, article 17).
 */
@Service
public class JudgeCertificateLogin {

    private static final String BASIS = "63-FZ art. 11";

    private final VerifySignature verify;
    private final CertificateQueries certificates;
    private final FindPerson persons;
    private final Audit audit;

    JudgeCertificateLogin(VerifySignature verify, CertificateQueries certificates, FindPerson persons, Audit audit) {
        this.verify = verify;
        this.certificates = certificates;
        this.persons = persons;
        this.audit = audit;
    }

    /** The text that Keycloak showed, and a detached CMS over its UTF-8 bytes, DER or PEM. */
    public record Command(String text, byte[] signature) {}

    /**
     * The person, or else why there is none.
     *
     * @param reasons codes of {@link Reason}, of a file that cannot be read, or {@code several_signers}, {@code
     *     person_unknown}; the first is the one to name
     */
    public record Judgement(@Nullable UUID personId, List<String> reasons) {

        static Judgement refused(String... reasons) {
            return new Judgement(null, List.of(reasons));
        }
    }

    /** Refuses by its answer only: a bad signature is no fault of the caller. */
    @Transactional
    public Judgement handle(Caller caller, Command command) {
        List<Signed> signed;
        try {
            signed = verify.signed(
                    command.signature(), SignedDocument.of(command.text().getBytes(UTF_8)));
        } catch (Problem unreadable) {
            return Judgement.refused(unreadable.code());
        }
        if (signed.size() != 1) {
            return Judgement.refused("several_signers");
        }
        X509Certificate certificate = signed.getFirst().certificate();
        if (signed.getFirst().report().verdict() != Verdict.VALID || certificate == null) {
            return new Judgement(null, faults(signed.getFirst()));
        }
        Judgement judgement = holder(certificate);
        if (judgement.personId() != null) {
            audit.record(
                    caller,
                    AuditRecord.done(
                            "certificate.login",
                            "person",
                            judgement.personId(),
                            judgement.personId().toString(),
                            BASIS));
        }
        return judgement;
    }

    private Judgement holder(X509Certificate certificate) {
        Optional<PersonCertificate> registered = certificates.known(der(certificate));
        if (registered.isPresent()) {
            PersonCertificate known = registered.get();
            // The platform signs documents with its keys for whoever is logged in: such a signature proves no log-in.
            if (known.kind() == CertificateKind.PLATFORM) {
                return Judgement.refused(Reason.USAGE_WRONG.code());
            }
            return known.status() == CertificateStatus.ACTIVE
                    ? new Judgement(known.personId(), List.of())
                    : Judgement.refused(Reason.REVOKED.code());
        }
        return Names.attribute(certificate.getSubjectX500Principal(), Names.SNILS)
                .flatMap(persons::bySnils)
                .map(person -> new Judgement(person, List.of()))
                .orElseGet(() -> Judgement.refused("person_unknown"));
    }

    /** What failed, before what nobody can say: without a chain nothing can be said of the revocation. */
    private static List<String> faults(Signed signed) {
        return signed.report().checks().stream()
                .filter(check -> check.outcome() == Outcome.FAILED || check.outcome() == Outcome.UNKNOWN)
                .sorted((one, other) ->
                        Boolean.compare(one.outcome() == Outcome.UNKNOWN, other.outcome() == Outcome.UNKNOWN))
                .map(Check::reason)
                .map(reason -> reason == null ? "unknown" : reason.code())
                .toList();
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
