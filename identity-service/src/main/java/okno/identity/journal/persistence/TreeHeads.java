package okno.identity.journal.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import okno.identity.journal.TreeHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every head that was ever signed. */
@Repository
public class TreeHeads {

    private static final String COLUMNS = "select size, root, signed_at, key_id, statement from audit_head ";

    private final JdbcClient jdbc;

    TreeHeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(TreeHead head) {
        jdbc.sql("""
                        insert into audit_head (size, root, signed_at, key_id, statement)
                        values (:size, :root, :signed_at, :key_id, :statement)
                        """)
                .param("size", head.size())
                .param("root", HexFormat.of().parseHex(head.root()))
                .param("signed_at", OffsetDateTime.ofInstant(head.signedAt(), ZoneOffset.UTC))
                .param("key_id", head.keyId())
                .param("statement", head.statement())
                .update();
    }

    public Optional<TreeHead> newest() {
        return jdbc.sql(COLUMNS + "order by size desc limit 1")
                .query((rs, row) -> read(rs))
                .optional();
    }

    public Optional<TreeHead> of(long size) {
        return jdbc.sql(COLUMNS + "where size = :size")
                .param("size", size)
                .query((rs, row) -> read(rs))
                .optional();
    }

    private static TreeHead read(ResultSet rs) throws SQLException {
        return new TreeHead(
                rs.getLong("size"),
                HexFormat.of().formatHex(rs.getBytes("root")),
                rs.getObject("signed_at", OffsetDateTime.class).toInstant(),
                rs.getString("key_id"),
                rs.getString("statement"));
    }
}
