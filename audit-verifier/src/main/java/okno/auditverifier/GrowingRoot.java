package okno.auditverifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** The Merkle root of leaves that come one by one: a stack with one hash for each bit of their number. */
final class GrowingRoot {

    private final Deque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    void add(byte[] leaf) {
        byte[] hash = leaf;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = Sha256.node(peaks.pop(), hash);
        }
        peaks.push(hash);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (peaks.isEmpty()) {
            return Sha256.of();
        }
        Iterator<byte[]> fromTheRight = peaks.iterator();
        byte[] hash = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            hash = Sha256.node(fromTheRight.next(), hash);
        }
        return hash;
    }
}
