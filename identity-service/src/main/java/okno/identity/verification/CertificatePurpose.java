package okno.identity.verification;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import okno.identity.verification.domain.Reason;
import org.jspecify.annotations.Nullable;

/** What a certificate must be made for (RFC 5280, 4.2.1.3 and 4.2.1.12; RFC 3161, 2.3; RFC 9336). */
public enum CertificatePurpose {
    DOCUMENT_SIGNING {
        @Override
        boolean allows(X509Certificate certificate, @Nullable List<String> extended) {
            boolean[] usage = certificate.getKeyUsage();
            return usage != null
                    && (usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION])
                    // A certificate made only for servers, code, timestamps or OCSP signs no documents.
                    && (extended == null || extended.stream().anyMatch(oid -> !OTHER_TRADES.contains(oid)));
        }
    },
    TIMESTAMPING {
        @Override
        boolean allows(X509Certificate certificate, @Nullable List<String> extended) {
            return extended != null
                    && extended.equals(List.of(TIME_STAMPING))
                    && certificate.getCriticalExtensionOIDs().contains("2.5.29.37");
        }
    };

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final Set<String> OTHER_TRADES =
            Set.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3", TIME_STAMPING, "1.3.6.1.5.5.7.3.9");

    abstract boolean allows(X509Certificate certificate, @Nullable List<String> extended);

    @Nullable
    Reason fault(X509Certificate certificate) {
        try {
            boolean isAuthority = certificate.getBasicConstraints() >= 0;
            return !isAuthority && allows(certificate, certificate.getExtendedKeyUsage()) ? null : Reason.USAGE_WRONG;
        } catch (CertificateParsingException e) {
            return Reason.USAGE_WRONG;
        }
    }
}
