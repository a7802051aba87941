package okno.identity.journal.web;

import java.util.List;
import java.util.UUID;
import okno.identity.journal.ProofQueries.Inclusion;

/**
 * Proof that an entry is in the tree of a head.
 *
 * @param leafIndex place of the entry, from 0
 * @param leafHash SHA-256 of a zero byte and the entry's hash, hexadecimal
 * @param path hashes from the leaf up to the root, hexadecimal; RFC 9162, section 2.1.3
 */
record InclusionProofResponse(UUID entryId, long leafIndex, String leafHash, TreeHeadResponse head, List<String> path) {

    static InclusionProofResponse from(Inclusion proof) {
        return new InclusionProofResponse(
                proof.entryId(),
                proof.leafIndex(),
                proof.leafHash(),
                TreeHeadResponse.from(proof.head()),
                proof.path());
    }
}
