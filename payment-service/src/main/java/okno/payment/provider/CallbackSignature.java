package okno.payment.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves callbacks genuine and fresh by the Standard Webhooks specification, symmetric signatures (v1). */
@Component
public class CallbackSignature {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration tolerance;
    private final Clock clock;

    CallbackSignature(ProviderProperties properties, Clock clock) {
        String secret = properties.callbackSecret();
        byte[] bytes =
                Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
        this.key = new SecretKeySpec(bytes, HMAC);
        this.tolerance = properties.tolerance();
        this.clock = clock;
    }

    /** The three headers of a callback; null when missing. */
    public record Headers(
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature) {}

    /** True when one of the signatures is ours over exactly these bytes and the time is within the tolerance. */
    public boolean proves(Headers headers, byte[] body) {
        String id = headers.id();
        String timestamp = headers.timestamp();
        String signatures = headers.signature();
        if (id == null || timestamp == null || signatures == null || !fresh(timestamp)) {
            return false;
        }
        byte[] expected = sign(id, timestamp, body);
        boolean proved = false;
        for (String signature : signatures.split(" ", 20)) {
            // All are compared, so the time taken tells nothing about which one was close.
            proved |= signature.startsWith(VERSION)
                    && MessageDigest.isEqual(
                            expected, signature.substring(VERSION.length()).getBytes(UTF_8));
        }
        return proved;
    }

    private boolean fresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(tolerance) <= 0;
    }

    private byte[] sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }
}
