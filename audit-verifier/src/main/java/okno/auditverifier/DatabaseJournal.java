package okno.auditverifier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import okno.auditverifier.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** The journal in the database of identity-service, as one snapshot; reads only. */
final class DatabaseJournal implements JournalSource, AutoCloseable {

    private static final int WIDTH = 32;
    private static final int BYTES = 32;
    private static final int FETCHED = 2_000;

    private final Connection connection;
    private final PreparedStatement tile;
    private final long treeSize;
    private final long signedSize;
    private long tileIndex = -1;
    private byte @Nullable [] tileHashes;

    DatabaseJournal(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        tile = connection.prepareStatement("select hashes from audit_tile where level = ? and index = ?");
        try (ResultSet rs = connection.createStatement().executeQuery("select size, signed_size from audit_tree")) {
            boolean known = rs.next();
            treeSize = known ? rs.getLong(1) : 0;
            signedSize = known ? rs.getLong(2) : 0;
        }
    }

    @Override
    public void entries(Consumer<KeptEntry> reader) {
        try (PreparedStatement all = connection.prepareStatement("""
                select leaf_index, event_id, occurred_at, source, actor_id, actor_kind, org_id, action, object_type,
                       object_id, person_id, basis, result, trace_id, entry_hash
                from audit_entry order by leaf_index, event_id
                """)) {
            all.setFetchSize(FETCHED);
            try (ResultSet rs = all.executeQuery()) {
                while (rs.next()) {
                    reader.accept(entry(rs));
                }
            }
        } catch (SQLException e) {
            throw new UnreadableJournal(e);
        }
    }

    @Override
    public List<KeptHead> heads() {
        List<KeptHead> heads = new ArrayList<>();
        try (ResultSet rs = connection
                .createStatement()
                .executeQuery("select size, root, signed_at, statement from audit_head order by size")) {
            while (rs.next()) {
                heads.add(new KeptHead(
                        rs.getLong(1), HexFormat.of().formatHex(rs.getBytes(2)), instant(rs, 3), rs.getString(4)));
            }
            return heads;
        } catch (SQLException e) {
            throw new UnreadableJournal(e);
        }
    }

    @Override
    public long treeSize() {
        return treeSize;
    }

    @Override
    public long signedSize() {
        return signedSize;
    }

    @Override
    public byte @Nullable [] storedLeaf(long index) {
        if (index / WIDTH != tileIndex) {
            tileIndex = index / WIDTH;
            tileHashes = hashes(0, tileIndex);
        }
        return at(tileHashes, (int) (index % WIDTH));
    }

    @Override
    public List<Finding> brokenTiles() {
        List<Finding> findings = new ArrayList<>();
        long children = treeSize / WIDTH;
        for (int level = 1; children > 0; level++) {
            for (long child = 0; child < children; child++) {
                byte[] stored = at(hashes(level, child / WIDTH), (int) (child % WIDTH));
                byte[] below = hashes(level - 1, child);
                if (stored == null || below == null || !Arrays.equals(stored, root(below))) {
                    findings.add(new Finding(
                            Kind.TREE_BROKEN,
                            "node %d of tile level %d is not the hash of what is below it".formatted(child, level)));
                }
            }
            children /= WIDTH;
        }
        return findings;
    }

    private static byte[] root(byte[] hashes) {
        var root = new GrowingRoot();
        for (int i = 0; i < hashes.length / BYTES; i++) {
            root.add(Arrays.copyOfRange(hashes, i * BYTES, (i + 1) * BYTES));
        }
        return root.root();
    }

    private static byte @Nullable [] at(byte @Nullable [] hashes, int place) {
        return hashes == null || hashes.length < (place + 1) * BYTES
                ? null
                : Arrays.copyOfRange(hashes, place * BYTES, (place + 1) * BYTES);
    }

    private byte @Nullable [] hashes(int level, long index) {
        try {
            tile.setInt(1, level);
            tile.setLong(2, index);
            try (ResultSet rs = tile.executeQuery()) {
                return rs.next() ? rs.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new UnreadableJournal(e);
        }
    }

    private static KeptEntry entry(ResultSet rs) throws SQLException {
        return new KeptEntry(
                rs.getLong(1),
                rs.getObject(2, UUID.class),
                instant(rs, 3),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getString(9),
                rs.getString(10),
                rs.getString(11),
                rs.getString(12),
                rs.getString(13),
                rs.getString(14),
                HexFormat.of().formatHex(rs.getBytes(15)));
    }

    private static Instant instant(ResultSet rs, int column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
