package okno.identity.verification;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okno.identity.verification.FoundSignature.Stamp;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.CheckName;
import okno.identity.verification.domain.Outcome;
import okno.identity.verification.domain.Reason;
import okno.identity.verification.domain.Verdict;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether timestamps (RFC 3161) prove when a signature existed. */
@Component
class TimestampChecks {

    private final CertificateChecks certificates;

    TimestampChecks(CertificateChecks certificates) {
        this.certificates = certificates;
    }

    /** The check, and the time when it passed. */
    record Proof(Check check, @Nullable Instant at) {}

    Proof of(FoundSignature found) {
        if (found.stamps().isEmpty()) {
            return new Proof(new Check(CheckName.TIMESTAMP, Outcome.ABSENT, Reason.NO_TIMESTAMP), null);
        }
        Instant earliest = null;
        for (Stamp stamp : found.stamps()) {
            Reason fault = fault(stamp);
            if (fault != null) {
                return new Proof(Check.failed(CheckName.TIMESTAMP, fault), null);
            }
            Instant at = stamp.token().getTimeStampInfo().getGenTime().toInstant();
            earliest = earliest == null || at.isBefore(earliest) ? at : earliest;
        }
        return new Proof(Check.passed(CheckName.TIMESTAMP), earliest);
    }

    private @Nullable Reason fault(Stamp stamp) {
        if (!stamp.fits()) {
            return Reason.TIMESTAMP_WRONG;
        }
        TimeStampToken token = stamp.token();
        try {
            List<X509Certificate> bundled = new ArrayList<>();
            X509CertificateHolder named = null;
            for (Object one : token.getCertificates().getMatches(null)) {
                X509CertificateHolder holder = (X509CertificateHolder) one;
                bundled.add(CertificateReader.of(holder));
                named = token.getSID().match(holder) ? holder : named;
            }
            if (named == null) {
                return Reason.TIMESTAMP_UNTRUSTED;
            }
            X509Certificate signer = CertificateReader.of(named);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(Gost.provider())
                    .build(signer));
            Instant at = token.getTimeStampInfo().getGenTime().toInstant();
            List<Check> checks = certificates.of(signer, bundled, CertificatePurpose.TIMESTAMPING, at);
            return Verdict.of(checks) == Verdict.VALID ? null : Reason.TIMESTAMP_UNTRUSTED;
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | IllegalArgumentException wrong) {
            return Reason.TIMESTAMP_WRONG;
        }
    }
}
