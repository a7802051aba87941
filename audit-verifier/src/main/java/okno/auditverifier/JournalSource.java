package okno.auditverifier;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where a journal is read from. */
interface JournalSource {

    /** All entries by leaf, then by event. */
    void entries(Consumer<KeptEntry> reader);

    List<KeptHead> heads();

    /** Leaves in the stored tree; -1 where there is no stored tree. */
    long treeSize();

    /** Size of the last head that was signed, as the tree remembers; 0 where it remembers none. */
    long signedSize();

    /** Hash of a leaf in the stored tree; null beyond it. */
    byte @Nullable [] storedLeaf(long index);

    /** What contradicts itself in the upper levels of the stored tree. */
    List<Finding> brokenTiles();
}
