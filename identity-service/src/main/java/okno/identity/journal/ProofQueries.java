package okno.identity.journal;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import okno.identity.journal.domain.MerkleHash;
import okno.identity.journal.domain.MerklePaths;
import okno.identity.journal.domain.Span;
import okno.identity.journal.persistence.Journal;
import okno.identity.journal.persistence.MerkleLog;
import okno.identity.journal.persistence.TreeHeads;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Signed heads and proofs against them: hashes and numbers, nothing of what the entries say. */
@Service
public class ProofQueries {

    private final Journal journal;
    private final MerkleLog log;
    private final TreeHeads heads;

    ProofQueries(Journal journal, MerkleLog log, TreeHeads heads) {
        this.journal = journal;
        this.log = log;
        this.heads = heads;
    }

    /** That an entry is one of those that a head promises; hashes are hexadecimal. RFC 9162, section 2.1.3. */
    public record Inclusion(UUID entryId, long leafIndex, String leafHash, TreeHead head, List<String> path) {}

    /** That the second head promises all that the first did. RFC 9162, section 2.1.4. */
    public record Consistency(TreeHead first, TreeHead second, List<String> path) {}

    /** The newest head, or the one of this size; not found when there is none. */
    public TreeHead head(@Nullable Long size) {
        return (size == null ? heads.newest() : heads.of(size)).orElseThrow(Problem::notFound);
    }

    /**
     * The proof of an entry against the newest head, or the head of this size.
     *
     * @throws Problem not found without such an entry or head; conflict when the head is older than the entry, which for
     *     the newest head passes within seconds
     */
    public Inclusion inclusion(UUID entryId, @Nullable Long size) {
        JournalEntry entry = journal.find(entryId).orElseThrow(Problem::notFound);
        if (size == null && heads.newest().isEmpty()) {
            throw new Problem(ProblemKind.CONFLICT, "audit_entry_not_signed_yet");
        }
        TreeHead head = head(size);
        if (entry.leafIndex() >= head.size()) {
            throw new Problem(
                    ProblemKind.CONFLICT, size == null ? "audit_entry_not_signed_yet" : "audit_entry_after_head");
        }
        byte[] leaf = MerkleHash.leaf(HexFormat.of().parseHex(entry.entryHash()));
        return new Inclusion(
                entryId,
                entry.leafIndex(),
                HexFormat.of().formatHex(leaf),
                head,
                hashes(MerklePaths.inclusion(entry.leafIndex(), head.size())));
    }

    /** The proof between the heads of two sizes; the second is the newest unless said. */
    public Consistency consistency(long from, @Nullable Long to) {
        TreeHead first = head(from);
        TreeHead second = head(to);
        if (first.size() > second.size()) {
            throw new Problem(ProblemKind.MALFORMED, "audit_heads_reversed");
        }
        return new Consistency(first, second, hashes(MerklePaths.consistency(first.size(), second.size())));
    }

    private List<String> hashes(List<Span> spans) {
        return spans.isEmpty()
                ? List.of()
                : log.hashes(spans).stream().map(HexFormat.of()::formatHex).toList();
    }
}
