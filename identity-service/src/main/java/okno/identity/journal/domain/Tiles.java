package okno.identity.journal.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** As many tiles of a tree as a question needs: hashes are computed from them, and leaves appended to them. */
public final class Tiles {

    private final Map<Tile, byte[]> contents;
    private final Set<Tile> changed = new HashSet<>();

    /**
     * @param contents the hashes of each tile, one behind the other
     */
    public Tiles(Map<Tile, byte[]> contents) {
        this.contents = new HashMap<>(contents);
    }

    /** What must be read to know the hashes of these spans. */
    public static Set<Tile> of(Collection<Span> spans) {
        Set<Tile> tiles = new HashSet<>();
        spans.forEach(span -> span.nodes().forEach(node -> tiles.add(Tile.of(node))));
        return tiles;
    }

    /** The unfinished tiles of a tree: what must be read to append to it. */
    public static Set<Tile> edge(long size) {
        return size == 0 ? Set.of() : of(List.of(new Span(0, size)));
    }

    public byte[] hash(Span span) {
        List<Node> nodes = span.nodes().reversed();
        byte[] hash = hash(nodes.getFirst());
        for (Node left : nodes.subList(1, nodes.size())) {
            hash = MerkleHash.node(hash(left), hash);
        }
        return hash;
    }

    /** The root of the tree of this size. */
    public byte[] root(long size) {
        return size == 0 ? MerkleHash.empty() : hash(new Span(0, size));
    }

    /** Adds a leaf behind the others; a tile that it fills has a hash of its own one level up. */
    public void append(long size, byte[] leaf) {
        byte[] hash = leaf;
        long index = size;
        for (int level = 0; ; level++) {
            var tile = new Tile(level, index / Tile.WIDTH);
            byte[] grown = extend(tile, (int) (index % Tile.WIDTH), hash);
            if (grown.length < Tile.WIDTH * MerkleHash.BYTES) {
                return;
            }
            hash = fold(grown, 0, Tile.WIDTH);
            index /= Tile.WIDTH;
        }
    }

    /** The tiles that appending has changed. */
    public Map<Tile, byte[]> changed() {
        Map<Tile, byte[]> result = new HashMap<>();
        changed.forEach(tile -> result.put(tile, contents.get(tile)));
        return result;
    }

    private byte[] extend(Tile tile, int place, byte[] hash) {
        byte[] before = contents.getOrDefault(tile, new byte[0]);
        if (before.length != place * MerkleHash.BYTES) {
            throw new IllegalStateException(
                    "%s holds %d bytes before its node %d".formatted(tile, before.length, place));
        }
        byte[] grown = Arrays.copyOf(before, before.length + MerkleHash.BYTES);
        System.arraycopy(hash, 0, grown, before.length, MerkleHash.BYTES);
        contents.put(tile, grown);
        changed.add(tile);
        return grown;
    }

    private byte[] hash(Node node) {
        Tile tile = Tile.of(node);
        int width = 1 << node.level() % Tile.HEIGHT;
        int first = (int) (node.index() * width % Tile.WIDTH);
        byte[] hashes = contents.get(tile);
        if (hashes == null || hashes.length < (first + width) * MerkleHash.BYTES) {
            throw new IllegalStateException("%s does not hold %s".formatted(tile, node));
        }
        return fold(hashes, first, width);
    }

    private static byte[] fold(byte[] hashes, int first, int width) {
        if (width == 1) {
            return Arrays.copyOfRange(hashes, first * MerkleHash.BYTES, (first + 1) * MerkleHash.BYTES);
        }
        int half = width / 2;
        return MerkleHash.node(fold(hashes, first, half), fold(hashes, first + half, half));
    }
}
