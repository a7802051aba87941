package okno.identity.journal;

import java.time.Instant;

/**
 * A signed promise: so many entries, and these.
 *
 * @param size entries in the tree
 * @param root its Merkle root, 64 hexadecimal digits
 * @param statement the same as a compact JWS (ES256), to be kept by whoever wants to hold us to it
 */
public record TreeHead(long size, String root, Instant signedAt, String keyId, String statement) {}
