package okno.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Base64URL;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import okno.platform.core.Port;
import org.jspecify.annotations.Nullable;

/**
 * By which certificate a caller has shown itself at its TLS handshake, wherever that ended. Tokens may be bound to it (RFC
 * 8705). A certificate is public, so all depends on who tells of it: each implementation knows whom it believes.
 */
@Port
public interface ClientCertificates {

    /** The field that tells of a certificate behind the end of TLS (RFC 9440). */
    String FIELD = "Client-Cert";

    /** Longest certificate in Base64 that is looked at. */
    int LONGEST = 6_000;

    /** RFC 8705 thumbprint {@code x5t#S256}; null when no certificate was shown, or nobody believed tells of one. */
    @Nullable
    String thumbprint(HttpServletRequest request);

    /** Thumbprint of the certificate in the field, which must be there once and in the form of RFC 9440; else null. */
    static @Nullable String told(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(FIELD));
        if (values.size() != 1) {
            return null;
        }
        String value = values.getFirst().strip();
        if (value.length() < 3 || value.length() > LONGEST || !value.startsWith(":") || !value.endsWith(":")) {
            return null;
        }
        try {
            byte[] der = Base64.getDecoder()
                    .decode(value.substring(1, value.length() - 1).getBytes(UTF_8));
            return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(der))
                    .toString();
        } catch (IllegalArgumentException notBase64) {
            return null;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
