package okno.notification.channel.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/** Makes the signer of letters from the configured key. */
final class DkimKeys {

    private DkimKeys() {}

    /** Null when no key is configured. */
    static @Nullable DkimSigner signer(EmailProperties.Dkim dkim) {
        Path file = dkim.keyFile();
        if (file == null || file.toString().isBlank()) {
            return null;
        }
        try {
            var signer = new DkimSigner(dkim.domain(), dkim.selector(), key(Files.readString(file)));
            signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
            signer.setHeaderCanonicalization(Canonicalization.RELAXED);
            signer.setBodyCanonicalization(Canonicalization.RELAXED);
            // It would ask the DNS for our own key on every start.
            signer.setCheckDomainKey(false);
            // RFC 8058, 4: a one-click header counts only when the signature covers it.
            signer.addHeaderToSign("List-Unsubscribe");
            signer.addHeaderToSign("List-Unsubscribe-Post");
            return signer;
        } catch (IOException e) {
            throw new UncheckedIOException("DKIM key cannot be read: " + file, e);
        } catch (GeneralSecurityException | DkimException e) {
            throw new IllegalStateException("not an RSA private key in PKCS #8: " + file, e);
        }
    }

    private static RSAPrivateKey key(String pem) throws GeneralSecurityException {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }
}
