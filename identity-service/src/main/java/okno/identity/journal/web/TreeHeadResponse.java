package okno.identity.journal.web;

import java.time.Instant;
import okno.identity.journal.TreeHead;

/**
 * A signed tree head.
 *
 * @param size entries in the tree
 * @param root Merkle root, 64 hexadecimal digits
 * @param statement size, root and time as a compact JWS: ES256, {@code typ} okno-audit-head, {@code kid} from
 *     {@code /.well-known/okno-audit-jwks.json}
 */
record TreeHeadResponse(long size, String root, Instant signedAt, String keyId, String statement) {

    static TreeHeadResponse from(TreeHead head) {
        return new TreeHeadResponse(head.size(), head.root(), head.signedAt(), head.keyId(), head.statement());
    }
}
