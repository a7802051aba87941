package okno.auditverifier;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import okno.auditverifier.Finding.Kind;

/** Reads a journal from its first entry to its last and holds it to its own hashes, its tree and the signed heads. */
final class Verification {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NOTHING = new byte[32];

    private final JournalSource journal;
    private final List<Finding> findings = new ArrayList<>();
    private final NavigableMap<Long, SignedHead> heads = new TreeMap<>();
    private final GrowingRoot ofEntries = new GrowingRoot();
    private final GrowingRoot ofTree = new GrowingRoot();
    private final Map<Long, KeptEntry> misplaced = new LinkedHashMap<>();
    private final Map<String, Long> expectedAt = new HashMap<>();
    private boolean rootDiffers;
    private boolean treeDiffers;

    private Verification(JournalSource journal) {
        this.journal = journal;
    }

    /** What was read and what is wrong with it. */
    record Outcome(long entries, int heads, List<Finding> findings) {}

    /** @param outside signed statements that others have kept */
    static Outcome of(JournalSource journal, JWKSet keys, List<String> outside) {
        var verification = new Verification(journal);
        new HeadCheck(keys, verification.heads, verification.findings).run(journal.heads(), outside);
        journal.entries(verification::read);
        verification.finish();
        return new Outcome(verification.ofEntries.size(), verification.heads.size(), verification.findings);
    }

    private void read(KeptEntry entry) {
        long next = ofEntries.size();
        if (entry.leafIndex() < next) {
            find(
                    Kind.INSERTED,
                    "event %s claims leaf %d, which is taken".formatted(entry.eventId(), entry.leafIndex()));
            return;
        }
        if (entry.leafIndex() > next) {
            find(Kind.MISSING, "no entries for the leaves %d to %d".formatted(next, entry.leafIndex() - 1));
            while (ofEntries.size() < entry.leafIndex()) {
                add(NOTHING);
            }
        }
        boolean genuine = entry.saysItsHash();
        if (!genuine) {
            find(
                    Kind.ALTERED,
                    "event %s at leaf %d is not what its hash says".formatted(entry.eventId(), entry.leafIndex()));
        }
        compareWithTree(entry, genuine);
        add(Sha256.leaf(entry.computedHash()));
    }

    private void compareWithTree(KeptEntry entry, boolean genuine) {
        if (journal.treeSize() < 0) {
            return;
        }
        byte[] stored = journal.storedLeaf(entry.leafIndex());
        if (stored == null || entry.leafIndex() >= journal.treeSize()) {
            find(
                    Kind.INSERTED,
                    "event %s at leaf %d is behind the tree of %d entries"
                            .formatted(entry.eventId(), entry.leafIndex(), journal.treeSize()));
        } else if (!Arrays.equals(stored, Sha256.leaf(entry.computedHash()))) {
            expectedAt.put(HEX.formatHex(stored), entry.leafIndex());
            if (genuine) {
                misplaced.put(entry.leafIndex(), entry);
            }
        }
    }

    private void add(byte[] leaf) {
        byte[] stored = journal.treeSize() < 0 ? null : journal.storedLeaf(ofEntries.size());
        ofEntries.add(leaf);
        if (stored != null) {
            ofTree.add(stored);
        }
        SignedHead head = heads.get(ofEntries.size());
        if (head != null) {
            compareWithHead(head);
        }
    }

    /** The first head that does not fit is named; with it, all later ones must fail. */
    private void compareWithHead(SignedHead head) {
        if (!rootDiffers && !HEX.formatHex(ofEntries.root()).equals(head.root())) {
            rootDiffers = true;
            find(Kind.ROOT_DIFFERS, "the first %d entries are not those that were signed".formatted(head.size()));
        }
        if (!treeDiffers
                && ofTree.size() == head.size()
                && !HEX.formatHex(ofTree.root()).equals(head.root())) {
            treeDiffers = true;
            find(Kind.TREE_BROKEN, "the stored tree of %d leaves is not the signed one".formatted(head.size()));
        }
    }

    private void finish() {
        misplaced.forEach((leaf, entry) -> {
            Long home = expectedAt.get(HEX.formatHex(Sha256.leaf(entry.computedHash())));
            if (home != null) {
                find(Kind.MOVED, "event %s belongs to leaf %d and is at %d".formatted(entry.eventId(), home, leaf));
            } else {
                find(
                        Kind.ALTERED,
                        "event %s at leaf %d is not the entry that the tree was built with"
                                .formatted(entry.eventId(), leaf));
            }
        });
        long promised = Math.max(journal.treeSize(), heads.isEmpty() ? 0 : heads.lastKey());
        if (ofEntries.size() < promised) {
            find(Kind.TRUNCATED, "%d entries are left of %d".formatted(ofEntries.size(), promised));
        }
        if (journal.treeSize() >= 0 && !heads.isEmpty() && journal.treeSize() < heads.lastKey()) {
            find(
                    Kind.TREE_BROKEN,
                    "the stored tree has %d leaves, a signed head %d".formatted(journal.treeSize(), heads.lastKey()));
        }
        if (journal.signedSize() > 0 && !heads.containsKey(journal.signedSize())) {
            find(Kind.HEAD_MISSING, "no good head of size %d, which was signed last".formatted(journal.signedSize()));
        }
        findings.addAll(journal.brokenTiles());
    }

    private void find(Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }
}
