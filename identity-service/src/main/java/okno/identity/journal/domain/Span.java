package okno.identity.journal.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring leaves that a tree has one hash for: a perfect subtree, or the ragged right end of a tree.
 *
 * @param from the first leaf
 * @param to behind the last leaf
 */
public record Span(long from, long to) {

    public Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no leaves from %d to %d".formatted(from, to));
        }
    }

    /** The perfect subtrees that it is made of, from left to right: one for each bit of its length. */
    public List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        long at = from;
        while (at < to) {
            long leaves = Long.highestOneBit(to - at);
            int level = Long.numberOfTrailingZeros(leaves);
            nodes.add(new Node(level, at >> level));
            at += leaves;
        }
        return nodes;
    }
}
