package okno.identity.verification;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.CheckName;
import okno.identity.verification.domain.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What holds of a certificate at a time: path (RFC 5280, 6), validity, usage, strength, revocation. */
@Component
public class CertificateChecks {

    private final TrustedAuthorities authorities;
    private final RevocationChecks revocations;

    CertificateChecks(TrustedAuthorities authorities, RevocationChecks revocations) {
        this.authorities = authorities;
        this.revocations = revocations;
    }

    /**
     * All checks of the certificate.
     *
     * @param bundled certificates that came along and may help to build the path; nothing in them is trusted
     * @param at when it was used
     */
    public List<Check> of(
            X509Certificate certificate, Collection<X509Certificate> bundled, CertificatePurpose purpose, Instant at) {
        List<Check> checks = new ArrayList<>();
        Reason weak = KeyStrength.fault(certificate);
        checks.add(Check.of(CheckName.STRENGTH, weak));
        checks.add(Check.of(CheckName.VALIDITY, validityFault(certificate, at)));
        checks.add(Check.of(CheckName.USAGE, purpose.fault(certificate)));
        // A key of a megabit would keep the processor busy for seconds.
        List<X509Certificate> path =
                weak == Reason.KEY_EXCESSIVE ? List.of() : path(certificate, bundled, within(certificate, at));
        if (path.isEmpty()) {
            checks.add(Check.failed(
                    CheckName.CHAIN, isSelfIssued(certificate) ? Reason.SELF_SIGNED : Reason.CHAIN_UNKNOWN));
            checks.add(Check.unknown(CheckName.REVOCATION, Reason.REVOCATION_UNKNOWN));
        } else {
            checks.add(Check.passed(CheckName.CHAIN));
            checks.add(revocations.of(path, at));
        }
        return checks;
    }

    /** The certificate, those between, and the trusted one; empty: there is no such path. */
    private List<X509Certificate> path(X509Certificate leaf, Collection<X509Certificate> bundled, Instant at) {
        try {
            Set<TrustAnchor> anchors = new HashSet<>();
            authorities.current().anchors().forEach(anchor -> anchors.add(new TrustAnchor(anchor, null)));
            var target = new X509CertSelector();
            target.setCertificate(leaf);
            var parameters = new PKIXBuilderParameters(anchors, target);
            List<X509Certificate> known = new ArrayList<>(bundled);
            known.add(leaf);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            parameters.setRevocationEnabled(false);
            parameters.setMaxPathLength(5);
            parameters.setDate(Date.from(at));
            var built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX", Gost.provider()).build(parameters);
            List<X509Certificate> path = new ArrayList<>();
            built.getCertPath().getCertificates().forEach(one -> path.add((X509Certificate) one));
            path.add(built.getTrustAnchor().getTrustedCert());
            return path;
        } catch (CertPathBuilderException | RuntimeException noPath) {
            return List.of();
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("no authority is trusted", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("certificate paths cannot be built", e);
        }
    }

    private static @Nullable Reason validityFault(X509Certificate certificate, Instant at) {
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            return Reason.NOT_YET_VALID;
        }
        return at.isAfter(certificate.getNotAfter().toInstant()) ? Reason.EXPIRED : null;
    }

    /** The chain is judged at a time when the certificate was valid: that it expired is said by another check. */
    private static Instant within(X509Certificate certificate, Instant at) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        return at.isBefore(from) ? from : at.isAfter(to) ? to : at;
    }

    private static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }
}
