package okno.identity.verification;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a detached signature is over.
 *
 * @param bytes the document; null: only its hash is known
 * @param sha256 its SHA-256
 */
public record SignedDocument(byte @Nullable [] bytes, byte[] sha256) {

    public static SignedDocument of(byte[] bytes) {
        try {
            return new SignedDocument(
                    bytes, MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SignedDocument ofSha256(byte[] sha256) {
        return new SignedDocument(null, sha256);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedDocument that && Arrays.equals(sha256, that.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "SignedDocument";
    }
}
