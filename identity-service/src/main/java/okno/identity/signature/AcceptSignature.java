package okno.identity.signature;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import okno.identity.certificate.CertificateQueries;
import okno.identity.certificate.domain.PersonCertificate;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureKind;
import okno.identity.signature.domain.SignatureRefused;
import okno.identity.signature.persistence.Signatures;
import okno.identity.verification.SignedDocument;
import okno.identity.verification.VerifySignature;
import okno.identity.verification.VerifySignature.Signed;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.Outcome;
import okno.identity.verification.domain.Verdict;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.security.StepUp;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person hands in a qualified signature made outside, with a certificate registered before. */
@Service
public class AcceptSignature {

    private final Signatures signatures;
    private final VerifySignature verify;
    private final CertificateQueries certificates;
    private final ConcludeSignature conclude;
    private final StepUp stepUp;
    private final Clock clock;

    AcceptSignature(
            Signatures signatures,
            VerifySignature verify,
            CertificateQueries certificates,
            ConcludeSignature conclude,
            StepUp stepUp,
            Clock clock) {
        this.signatures = signatures;
        this.verify = verify;
        this.certificates = certificates;
        this.conclude = conclude;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    /**
     * Which signature, and the file.
     *
     * @param signature detached CMS or XAdES by one signer
     * @param document what was signed; needed when it was hashed by anything but SHA-256, as ГОСТ signatures do
     */
    public record Command(UUID signatureId, byte[] signature, byte @Nullable [] document) {}

    /**
     * @throws Problem {@code signature_malformed}, {@code certificate_required} when the certificate is not a registered one
     *     of the person, or a {@link SignatureRefused}, {@code signature_not_valid} with its reasons among them
     */
    @Transactional
    public Signature handle(Caller caller, Command command) {
        stepUp.require(caller);
        UUID personId = SignatureQueries.personOf(caller);
        Signature signature =
                signatures.lock(command.signatureId(), personId, caller.orgId()).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        signature.requireConfirmable(now);
        if (signature.kind() != SignatureKind.QUALIFIED) {
            throw SignatureRefused.otherKind();
        }
        PersonCertificate used = certificates.own(personId, valid(signature, command));
        Signature confirmed = signature.qualified(used.id()).confirmed(now);
        conclude.confirmed(caller, confirmed, command.signature());
        return confirmed;
    }

    /** DER of the certificate of the only signature in the file, which holds in all respects. */
    private byte[] valid(Signature signature, Command command) {
        SignedDocument document = command.document() == null
                ? SignedDocument.ofSha256(HexFormat.of().parseHex(signature.documentSha256()))
                : SignedDocument.of(command.document());
        DocumentCheck.requireSame(signature, document);
        List<Signed> signed = verify.signed(command.signature(), document);
        X509Certificate certificate = signed.getFirst().certificate();
        if (signed.size() != 1) {
            throw SignatureRefused.notValid(List.of("several_signers"));
        }
        if (signed.getFirst().report().verdict() != Verdict.VALID || certificate == null) {
            throw SignatureRefused.notValid(signed.getFirst().report().checks().stream()
                    .filter(check -> check.outcome() == Outcome.FAILED || check.outcome() == Outcome.UNKNOWN)
                    .map(Check::reason)
                    .map(reason -> reason == null ? "" : reason.code())
                    .toList());
        }
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
