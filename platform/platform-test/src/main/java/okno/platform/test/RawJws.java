package okno.platform.test;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Signature;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed tokens written character by character: what no library would write. */
final class RawJws {

    private RawJws() {}

    /** RS256 by this key, whatever the header says. */
    static String rsa(String header, String payload, RSAKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.toRSAPrivateKey());
            String content = content(header, payload);
            signature.update(content.getBytes(US_ASCII));
            return content + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HS256 by this secret. */
    static String hmac(String header, String payload, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            String content = content(header, payload);
            return content + "." + Base64URL.encode(mac.doFinal(content.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** No signature at all. */
    static String unsigned(String header, String payload) {
        return content(header, payload) + ".";
    }

    private static String content(String header, String payload) {
        return Base64URL.encode(header) + "." + Base64URL.encode(payload);
    }
}
