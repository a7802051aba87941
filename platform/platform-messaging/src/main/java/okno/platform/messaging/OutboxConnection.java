package okno.platform.messaging;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The relay's own connection: it holds the advisory lock that makes this process the one active relay of the database,
 * and reads and deletes rows. When the connection dies, PostgreSQL gives the lock to another relay. It must lead to
 * PostgreSQL itself: a pooler in transaction mode would give the lock to everybody.
 */
final class OutboxConnection implements AutoCloseable {

    /** Advisory lock key, the ASCII codes of "outbox". */
    private static final long LOCK = 0x6f7574626f78L;

    /**
     * PostgreSQL finds out within about ten seconds that this machine is gone, and frees the lock. A delete need not
     * reach the disk before the next look: one that a crash undoes is only sent again.
     */
    private static final String SESSION = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2"
            + " -c tcp_keepalives_count=3 -c synchronous_commit=off";

    private static final String READ = """
            select id, event_id, topic, type, aggregate_id, version, traceparent, payload, created_at
            from outbox order by id limit ?
            """;

    private final Connection connection;
    private final PreparedStatement read;
    private final PreparedStatement delete;

    private OutboxConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.read = connection.prepareStatement(READ);
        this.delete = connection.prepareStatement("delete from outbox where id = any(?)");
    }

    static OutboxConnection open(String url, @Nullable String user, @Nullable String password) throws SQLException {
        var properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "outbox-relay");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("options", SESSION);
        // Prepared at first use: the two statements are all this connection ever does, and rows then come in binary.
        properties.setProperty("prepareThreshold", "-1");
        return new OutboxConnection(DriverManager.getConnection(url, properties));
    }

    /** True when this connection now owns the outbox; false while another relay does. */
    boolean tryToOwn() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    List<OutboxRow> read(int limit) throws SQLException {
        read.setInt(1, limit);
        try (ResultSet result = read.executeQuery()) {
            List<OutboxRow> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row(result));
            }
            return rows;
        }
    }

    /** Deletes exactly these rows. A range would also delete rows that committed late with a lower id. */
    void delete(long[] ids) throws SQLException {
        if (ids.length > 0) {
            Array array = connection.unwrap(PGConnection.class).createArrayOf("int8", ids);
            delete.setArray(1, array);
            delete.executeUpdate();
            array.free();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        return new OutboxRow(
                result.getLong(1),
                result.getObject(2, UUID.class),
                result.getString(3),
                result.getString(4),
                result.getObject(5, UUID.class),
                result.getLong(6),
                result.getString(7),
                result.getBytes(8),
                result.getTimestamp(9).toInstant());
    }
}
