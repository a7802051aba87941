package okno.platform.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identity of a call: caller, method, path and {@code Idempotency-Key}. Only digests of it leave the process: one finds
 * the row, another seals the answer so that only who presents the same key again can open it.
 */
final class CallKey {

    private final byte[] material;

    private CallKey(byte[] material) {
        this.material = material;
    }

    static CallKey of(String caller, String method, String pathAndQuery, String key) {
        MessageDigest digest = sha256();
        for (String part : new String[] {caller, method, pathAndQuery, key}) {
            byte[] bytes = part.getBytes(UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return new CallKey(digest.digest());
    }

    /** Primary key of the row. */
    byte[] id() {
        return derive("id", new byte[0]);
    }

    /** Key that seals the answer. */
    byte[] sealingKey() {
        return derive("answer", new byte[0]);
    }

    /** What the row keeps of a body to tell it from another one. */
    byte[] fingerprint(byte[] bodyDigest) {
        return derive("body", bodyDigest);
    }

    private byte[] derive(String purpose, byte[] input) {
        MessageDigest digest = sha256();
        digest.update(purpose.getBytes(UTF_8));
        digest.update((byte) 0);
        digest.update(material);
        return digest.digest(input);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
