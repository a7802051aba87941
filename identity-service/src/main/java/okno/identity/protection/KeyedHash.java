package okno.identity.protection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC-SHA-256 under a key that is not in the database: equal values can be found and short codes checked, but neither
 * can be guessed from a copy of the database.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_KEY_BYTES = 32;

    private final SecretKey key;

    KeyedHash(byte[] key) {
        if (key.length < MIN_KEY_BYTES) {
            throw new IllegalArgumentException("the hash key has fewer than " + MIN_KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * Hash of a value for one purpose; the same value hashes differently for another purpose.
     *
     * @param purpose what the hash is for, such as {@code person.snils}
     */
    public byte[] of(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    /** Hash of a value that may be missing. */
    public byte @Nullable [] ofOptional(String purpose, @Nullable String value) {
        return value == null ? null : of(purpose, value);
    }

    /** Compares in a time that does not depend on where the first difference is. */
    public boolean matches(byte @Nullable [] hash, String purpose, String value) {
        return MessageDigest.isEqual(hash, of(purpose, value));
    }
}
