package okno.auditverifier;

/**
 * Something that is wrong with the journal.
 *
 * @param text what and where, for a person
 */
public record Finding(Kind kind, String text) {

    /** What was done to it. */
    public enum Kind {
        /** An entry is not the one that was written. */
        ALTERED,
        /** An entry between others is gone. */
        MISSING,
        /** An entry that the tree does not know. */
        INSERTED,
        /** An entry is at another's place. */
        MOVED,
        /** The last entries are gone. */
        TRUNCATED,
        /** The stored nodes of the tree contradict each other or a signed head. */
        TREE_BROKEN,
        /** The entries do not have the root that was signed. */
        ROOT_DIFFERS,
        /** A head is not what the journal's key signed, or goes back in time. */
        HEAD_FORGED,
        /** A head that the tree remembers to have been signed is gone. */
        HEAD_MISSING,
        /** Two heads of one size promise different journals. */
        SPLIT_VIEW
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
