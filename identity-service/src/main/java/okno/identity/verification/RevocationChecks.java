package okno.identity.verification;

import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import okno.identity.pki.PlatformKeys;
import okno.identity.pki.RevocationList;
import okno.identity.verification.domain.Check;
import okno.identity.verification.domain.CheckName;
import okno.identity.verification.domain.Outcome;
import okno.identity.verification.domain.Reason;
import org.springframework.stereotype.Component;

/**
 * Whether certificates of a path had been revoked at a time: the platform's by what it knows itself, others by the list
 * of their authority, which must be signed by it and not outdated.
 */
@Component
class RevocationChecks {

    private final TrustedAuthorities authorities;
    private final RevocationList own;
    private final PlatformKeys keys;
    private final Clock clock;

    RevocationChecks(TrustedAuthorities authorities, RevocationList own, PlatformKeys keys, Clock clock) {
        this.authorities = authorities;
        this.own = own;
        this.keys = keys;
        this.clock = clock;
    }

    /** The path from the certificate to the trusted one, which itself is not asked about: trust in it is configured. */
    Check of(List<X509Certificate> path, Instant at) {
        Outcome worst = Outcome.PASSED;
        for (int i = 0; i < path.size() - 1; i++) {
            Outcome outcome = outcome(path.get(i), path.get(i + 1), at);
            if (outcome == Outcome.FAILED) {
                return Check.failed(CheckName.REVOCATION, Reason.REVOKED);
            }
            if (outcome == Outcome.UNKNOWN) {
                worst = outcome;
            }
        }
        return worst == Outcome.PASSED
                ? Check.passed(CheckName.REVOCATION)
                : Check.unknown(CheckName.REVOCATION, Reason.REVOCATION_UNKNOWN);
    }

    private Outcome outcome(X509Certificate certificate, X509Certificate issuer, Instant at) {
        if (issuer.equals(keys.caCertificate())) {
            boolean revoked = own.find(certificate.getSerialNumber())
                    .filter(entry -> !entry.at().isAfter(at))
                    .isPresent();
            return revoked ? Outcome.FAILED : Outcome.PASSED;
        }
        Outcome outcome = Outcome.UNKNOWN;
        for (X509CRL list : authorities.current().lists()) {
            if (speaksFor(list, issuer)) {
                X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
                if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
                    return Outcome.FAILED;
                }
                outcome = Outcome.PASSED;
            }
        }
        return outcome;
    }

    private boolean speaksFor(X509CRL list, X509Certificate issuer) {
        try {
            if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    || list.getNextUpdate() == null
                    || list.getNextUpdate().toInstant().isBefore(clock.instant())
                    // Deltas and lists of a part of the certificates say so in a critical extension: not enough alone.
                    || (list.getCriticalExtensionOIDs() != null
                            && !list.getCriticalExtensionOIDs().isEmpty())) {
                return false;
            }
            list.verify(issuer.getPublicKey(), Gost.provider());
            return true;
        } catch (GeneralSecurityException forged) {
            return false;
        }
    }
}
