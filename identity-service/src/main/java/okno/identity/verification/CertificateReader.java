package okno.identity.verification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;

/** Reads certificates that strangers hand in. */
public final class CertificateReader {

    /** Real ones have 1 to 4 KB. */
    public static final int MAX_BYTES = 16 * 1024;

    private CertificateReader() {}

    /**
     * A certificate from its DER or PEM.
     *
     * @throws Problem {@code certificate_too_large} or {@code certificate_malformed}
     */
    public static X509Certificate read(byte[] encoded) {
        if (encoded.length > MAX_BYTES) {
            throw new Problem(ProblemKind.INVALID, "certificate_too_large", MAX_BYTES);
        }
        try {
            if (factory().generateCertificate(new ByteArrayInputStream(encoded)) instanceof X509Certificate read) {
                // Lazily parsed parts are parsed now, so that nothing breaks later.
                read.getPublicKey();
                read.getKeyUsage();
                read.getExtendedKeyUsage();
                read.getBasicConstraints();
                return read;
            }
        } catch (GeneralSecurityException | RuntimeException | StackOverflowError malformed) {
            // The parser recurses: an error by depth is the file's fault and leaves nothing behind.
            throw new Problem(ProblemKind.INVALID, "certificate_malformed");
        }
        throw new Problem(ProblemKind.INVALID, "certificate_malformed");
    }

    static X509Certificate of(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().setProvider(Gost.provider()).getCertificate(holder);
    }

    static X509CRL revocationList(byte[] encoded) throws GeneralSecurityException, IOException {
        if (factory().generateCRL(new ByteArrayInputStream(encoded)) instanceof X509CRL list) {
            return list;
        }
        throw new IOException("no revocation list");
    }

    private static CertificateFactory factory() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509", Gost.provider());
    }
}
