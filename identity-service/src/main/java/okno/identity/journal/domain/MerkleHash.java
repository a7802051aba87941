package okno.identity.journal.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The three kinds of hashes of a Merkle tree with SHA-256, 32 bytes each. RFC 9162, section 2.1.1. */
public final class MerkleHash {

    public static final int BYTES = 32;

    // Leaves and nodes begin differently, so that no node can be passed off as a leaf.
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleHash() {}

    /** The root of a tree without leaves. */
    public static byte[] empty() {
        return sha256().digest();
    }

    public static byte[] leaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return digest.digest(content);
    }

    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
