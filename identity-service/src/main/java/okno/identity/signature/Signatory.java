package okno.identity.signature;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;

/**
 * Who signs: a certificate, and its key at work. The key itself may be unable to leave its token.
 *
 * @param signer makes the signature value over the bytes given, with SHA-256
 */
public record Signatory(X509Certificate certificate, UnaryOperator<byte[]> signer) {

    /** Somebody whose elliptic key is at hand. */
    static Signatory of(X509Certificate certificate, PrivateKey key) {
        return new Signatory(certificate, bytes -> {
            try {
                Signature signature = Signature.getInstance("SHA256withECDSA");
                signature.initSign(key);
                signature.update(bytes);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a person's key cannot sign", e);
            }
        });
    }
}
