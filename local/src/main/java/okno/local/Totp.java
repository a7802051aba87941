package okno.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: RFC 6238 with SHA-1, 6 digits, 30 seconds. */
public record Totp(String secret) {

    public String code() {
        return code(0);
    }

    /** The code of so many times thirty seconds from now; Keycloak takes that of the next, too. */
    public String code(int ahead) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(US_ASCII), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / 30 + ahead)
                    .array());
            int at = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash).getInt(at) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a credential of Keycloak's administration API. */
    public Map<String, Object> credential() {
        return Map.of(
                "type",
                "otp",
                "secretData",
                "{\"value\":\"" + secret + "\"}",
                "credentialData",
                "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
    }
}
