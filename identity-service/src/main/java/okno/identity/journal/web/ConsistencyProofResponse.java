package okno.identity.journal.web;

import java.util.List;
import okno.identity.journal.ProofQueries.Consistency;

/**
 * Proof that a tree grew out of an older one without a change to it.
 *
 * @param path hashes, hexadecimal; RFC 9162, section 2.1.4
 */
record ConsistencyProofResponse(TreeHeadResponse first, TreeHeadResponse second, List<String> path) {

    static ConsistencyProofResponse from(Consistency proof) {
        return new ConsistencyProofResponse(
                TreeHeadResponse.from(proof.first()), TreeHeadResponse.from(proof.second()), proof.path());
    }
}
