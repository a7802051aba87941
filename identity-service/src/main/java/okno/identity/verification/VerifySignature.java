package okno.identity.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.SignatureReport;
import okno.identity.verification.domain.Verdict;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Anybody asks what holds of a signature. Nothing of what is handed in is kept. */
@Service
public class VerifySignature {

    /** Real ones have some KB; XML and CMS with whole chains and lists some hundred. */
    private static final int SIGNATURE_LIMIT = 1 << 20;

    private static final int HEAD = 64;

    private final CmsSignatures cms;
    private final DssSignatures dss;
    private final CertificateChecks certificates;
    private final TimestampChecks timestamps;
    private final Clock clock;
    private final MeterRegistry meters;

    VerifySignature(
            CmsSignatures cms,
            DssSignatures dss,
            CertificateChecks certificates,
            TimestampChecks timestamps,
            Clock clock,
            MeterRegistry meters) {
        this.cms = cms;
        this.dss = dss;
        this.certificates = certificates;
        this.timestamps = timestamps;
        this.clock = clock;
        this.meters = meters;
    }

    /** What was found, signature by signature, in the order of the file. */
    public record Report(List<SignatureReport> signatures) {

        public Verdict verdict() {
            return Verdict.worst(
                    signatures.stream().map(SignatureReport::verdict).toList());
        }
    }

    /** A signature with the certificate it was made with, for those who must know whose it is. */
    public record Signed(SignatureReport report, @Nullable X509Certificate certificate) {}

    /**
     * A document with its signature inside: PDF, or XML.
     *
     * @throws Problem {@code signature_malformed}, or {@code signature_missing} when it has none
     */
    public Report alone(byte[] document) {
        return counted(reports(read(() -> isXml(document) ? dss.insideXml(document) : dss.inPdf(document))));
    }

    /**
     * A detached signature, CMS (DER or PEM) or XML.
     *
     * @throws Problem {@code signature_malformed} or {@code too_large}
     */
    public Report detached(byte[] signature, SignedDocument document) {
        return counted(signed(signature, document));
    }

    /** The same, with the certificates. */
    public List<Signed> signed(byte[] signature, SignedDocument document) {
        if (signature.length > SIGNATURE_LIMIT) {
            throw new Problem(ProblemKind.TOO_LARGE, "too_large");
        }
        return reports(read(
                () -> isXml(signature) ? dss.inXml(signature, document) : cms.in(Pem.decoded(signature), document)));
    }

    /** Parsers of ASN.1, XML and PDF recurse: running out of stack is the file's fault and leaves nothing behind. */
    private static List<FoundSignature> read(Supplier<List<FoundSignature>> reader) {
        try {
            return reader.get();
        } catch (StackOverflowError tooDeep) {
            throw new Problem(ProblemKind.INVALID, "signature_malformed");
        }
    }

    private List<Signed> reports(List<FoundSignature> found) {
        if (found.isEmpty()) {
            throw new Problem(ProblemKind.INVALID, "signature_missing");
        }
        Instant now = clock.instant();
        return found.stream()
                .map(one -> new Signed(report(one, now), one.signer()))
                .toList();
    }

    private SignatureReport report(FoundSignature found, Instant now) {
        TimestampChecks.Proof proof = timestamps.of(found);
        List<Check> checks = new ArrayList<>(List.of(found.integrity()));
        X509Certificate signer = found.signer();
        if (signer != null) {
            Instant at = proof.at() == null ? now : proof.at();
            checks.addAll(certificates.of(signer, found.bundled(), CertificatePurpose.DOCUMENT_SIGNING, at));
        }
        checks.add(proof.check());
        return new SignatureReport(
                found.form(), signer == null ? null : of(signer), found.claimedAt(), proof.at(), checks);
    }

    private Report counted(List<Signed> signed) {
        var report = new Report(signed.stream().map(Signed::report).toList());
        meters.counter(
                        "okno.signature.verifications",
                        "verdict",
                        report.verdict().name())
                .increment();
        return report;
    }

    private static SignatureReport.Signer of(X509Certificate certificate) {
        return new SignatureReport.Signer(
                Names.readable(certificate.getSubjectX500Principal()),
                Names.readable(certificate.getIssuerX500Principal()),
                certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static boolean isXml(byte[] signature) {
        String head = new String(signature, 0, Math.min(signature.length, HEAD), UTF_8);
        return head.replace("\uFEFF", "").stripLeading().startsWith("<");
    }
}
