package okno.identity.journal.domain;

import java.util.ArrayList;
import java.util.List;

/** Which parts of a tree a proof consists of, in the order that RFC 9162 gives them. */
public final class MerklePaths {

    private MerklePaths() {}

    /** That a leaf is in the tree of this size: section 2.1.3.1. */
    public static List<Span> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(leaf, size));
        }
        List<Span> upwards = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            if (leaf < middle) {
                upwards.add(new Span(middle, to));
                to = middle;
            } else {
                upwards.add(new Span(from, middle));
                from = middle;
            }
        }
        return upwards.reversed();
    }

    /** That the tree of the second size begins with all of the tree of the first size: section 2.1.4.1. */
    public static List<Span> consistency(long first, long second) {
        if (first < 1 || first > second) {
            throw new IllegalArgumentException("no way from a tree of %d to one of %d".formatted(first, second));
        }
        List<Span> upwards = new ArrayList<>();
        long from = 0;
        long to = second;
        while (first < to) {
            long middle = from + split(to - from);
            if (first <= middle) {
                upwards.add(new Span(middle, to));
                to = middle;
            } else {
                upwards.add(new Span(from, middle));
                from = middle;
            }
        }
        // A first tree that is a node of the second is known to the reader already.
        if (from > 0) {
            upwards.add(new Span(from, to));
        }
        return upwards.reversed();
    }

    /** The largest power of two below a number of leaves: the size of the left subtree. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
