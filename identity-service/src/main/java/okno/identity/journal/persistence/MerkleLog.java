package okno.identity.journal.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okno.identity.journal.TreeSize;
import okno.identity.journal.domain.MerkleHash;
import okno.identity.journal.domain.Span;
import okno.identity.journal.domain.Tile;
import okno.identity.journal.domain.Tiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The Merkle tree over the journal: its size, and its nodes in tiles. */
@Repository
public class MerkleLog {

    private static final String READ = """
            select tile.level, tile.index, tile.hashes
            from unnest(:levels, :indexes) as wanted (level, index)
                 cross join lateral (select level, index, hashes
                                     from audit_tile
                                     where level = wanted.level::smallint and index = wanted.index::bigint
                                     limit 1) tile
            """;

    private static final String WRITE = """
            insert into audit_tile (level, index, hashes)
            select level::smallint, index::bigint, decode(hashes, 'hex')
            from unnest(:levels, :indexes, :hashes) as grown (level, index, hashes)
            on conflict (level, index) do update set hashes = excluded.hashes
            """;

    private final JdbcClient jdbc;

    MerkleLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the tree and keeps it until the transaction ends: nobody else appends or signs meanwhile. */
    public TreeSize lock() {
        return jdbc.sql("select size, signed_size from audit_tree for update")
                .query((rs, row) -> new TreeSize(rs.getLong("size"), rs.getLong("signed_size")))
                .single();
    }

    /** Adds leaves to the locked tree. */
    public TreeSize append(TreeSize tree, List<byte[]> leaves) {
        Tiles tiles = read(Tiles.edge(tree.size()));
        long size = tree.size();
        for (byte[] leaf : leaves) {
            tiles.append(size, leaf);
            size++;
        }
        write(tiles.changed());
        jdbc.sql("update audit_tree set size = :size").param("size", size).update();
        return new TreeSize(size, tree.signedSize());
    }

    /** Remembers that the tree of this size has a signed head. */
    public void signed(long size) {
        jdbc.sql("update audit_tree set signed_size = :size")
                .param("size", size)
                .update();
    }

    /** The root of the tree when it had this size. */
    public byte[] root(long size) {
        return size == 0
                ? MerkleHash.empty()
                : hashes(List.of(new Span(0, size))).getFirst();
    }

    /** The hash of each span, read by one statement whatever the size of the tree. */
    public List<byte[]> hashes(Collection<Span> spans) {
        Tiles tiles = read(Tiles.of(spans));
        return spans.stream().map(tiles::hash).toList();
    }

    private Tiles read(Set<Tile> wanted) {
        Map<Tile, byte[]> contents = new HashMap<>();
        if (!wanted.isEmpty()) {
            List<Tile> tiles = new ArrayList<>(wanted);
            jdbc.sql(READ)
                    .param("levels", levels(tiles))
                    .param("indexes", indexes(tiles))
                    .query(rs -> {
                        contents.put(new Tile(rs.getInt("level"), rs.getLong("index")), rs.getBytes("hashes"));
                    });
        }
        return new Tiles(contents);
    }

    private void write(Map<Tile, byte[]> changed) {
        List<Tile> tiles = new ArrayList<>(changed.keySet());
        jdbc.sql(WRITE)
                .param("levels", levels(tiles))
                .param("indexes", indexes(tiles))
                .param(
                        "hashes",
                        tiles.stream()
                                .map(tile -> HexFormat.of().formatHex(changed.get(tile)))
                                .toArray(String[]::new))
                .update();
    }

    private static String[] levels(List<Tile> tiles) {
        return tiles.stream().map(tile -> Integer.toString(tile.level())).toArray(String[]::new);
    }

    private static String[] indexes(List<Tile> tiles) {
        return tiles.stream().map(tile -> Long.toString(tile.index())).toArray(String[]::new);
    }
}
