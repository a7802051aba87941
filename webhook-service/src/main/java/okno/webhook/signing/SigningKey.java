package okno.webhook.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs messages with one secret: HMAC-SHA256 over {@code id.timestamp.body}, version {@code v1} of Standard Webhooks. */
public final class SigningKey {

    // Making and keying a Mac costs five to fifteen times what using one does, so it is kept; it is not thread-safe.
    private final Mac mac;

    public SigningKey(SigningSecret secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is missing from this Java", e);
        }
    }

    /**
     * The {@code webhook-signature} header: one signature per key, so that a receiver may hold either secret while one
     * replaces the other.
     *
     * @param id the {@code webhook-id}, without dots
     * @param timestamp time of the attempt; whole seconds are signed
     * @param body the bytes sent
     */
    public static String signature(List<SigningKey> keys, String id, Instant timestamp, byte[] body) {
        byte[] prefix = (id + "." + timestamp.getEpochSecond() + ".").getBytes(UTF_8);
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(key.hmac(prefix, body)))
                .collect(Collectors.joining(" "));
    }

    private synchronized byte[] hmac(byte[] prefix, byte[] body) {
        mac.update(prefix);
        return mac.doFinal(body);
    }
}
