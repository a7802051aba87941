package okno.identity.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okno.auditverifier.Proofs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of random sizes against the definition in RFC 9162, section 2.1.1, and against the verifier's own algorithms. */
class TilesTest {

    private final Map<Tile, byte[]> stored = new HashMap<>();
    private final List<byte[]> leaves = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void roots_and_proofs_of_random_trees_hold(long seed) {
        var random = new Random(seed);
        while (leaves.size() < 1_200) {
            grow(random, 1 + random.nextInt(90));
            int size = leaves.size();
            byte[] root = read(Tiles.of(List.of(new Span(0, size)))).root(size);
            assertThat(root).isEqualTo(definition(0, size));
            int leaf = random.nextInt(size);
            List<byte[]> path = hashes(MerklePaths.inclusion(leaf, size));
            assertThat(path.size()).isLessThanOrEqualTo(64 - Long.numberOfLeadingZeros(size));
            assertThat(Proofs.includes(leaf, size, leaves.get(leaf), path, root))
                    .isTrue();
            assertThat(Proofs.includes(leaf, size, new byte[32], path, root)).isFalse();
            int first = 1 + random.nextInt(size);
            List<byte[]> way = hashes(MerklePaths.consistency(first, size));
            assertThat(Proofs.consistent(first, definition(0, first), size, root, way))
                    .isTrue();
            assertThat(Proofs.consistent(first, new byte[32], size, root, way)).isFalse();
        }
    }

    @Test
    void a_proof_over_a_thousand_million_entries_reads_a_dozen_tiles() {
        long size = 1_000_000_007L;
        assertThat(Tiles.of(MerklePaths.inclusion(123_456_789L, size))).hasSizeLessThanOrEqualTo(13);
        assertThat(Tiles.of(MerklePaths.consistency(123_456_789L, size))).hasSizeLessThanOrEqualTo(13);
        assertThat(Tiles.edge(size)).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void a_tree_that_lost_a_tile_takes_no_leaf() {
        grow(new Random(1), 40);
        stored.remove(new Tile(0, 1));
        assertThatThrownBy(() -> read(Tiles.edge(40)).append(40, new byte[32]))
                .isInstanceOf(IllegalStateException.class);
    }

    /** As the repository does: reads the edge, appends, writes what changed. */
    private void grow(Random random, int count) {
        Tiles tiles = read(Tiles.edge(leaves.size()));
        for (int i = 0; i < count; i++) {
            byte[] content = new byte[32];
            random.nextBytes(content);
            byte[] leaf = MerkleHash.leaf(content);
            tiles.append(leaves.size(), leaf);
            leaves.add(leaf);
        }
        stored.putAll(tiles.changed());
    }

    private Tiles read(Set<Tile> wanted) {
        Map<Tile, byte[]> read = new HashMap<>(stored);
        read.keySet().retainAll(wanted);
        return new Tiles(read);
    }

    private List<byte[]> hashes(List<Span> spans) {
        Tiles tiles = read(Tiles.of(spans));
        return spans.stream().map(tiles::hash).toList();
    }

    private byte[] definition(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int left = Integer.highestOneBit(to - from - 1);
        return MerkleHash.node(definition(from, from + left), definition(from + left, to));
    }
}
