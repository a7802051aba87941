package okno.bench.population;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into one table, in COPY's text format. */
final class CopyTable {

    private static final int CHUNK = 1 << 18;
    private static final HexFormat HEX = HexFormat.of();

    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(CHUNK * 2);

    CopyTable(Connection connection, String table, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(table, columns));
    }

    /** One row; bytes go as bytea, null as null, anything else as its text. */
    void row(@Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
        if (rows.length() > CHUNK) {
            send();
        }
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
        } else if (value instanceof byte[] bytes) {
            rows.append("\\\\x");
            HEX.formatHex(rows, bytes);
        } else {
            String text = value.toString();
            // Nothing that we invent needs the escapes of the format; what does would be read as something else.
            if (text.indexOf('\\') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("not for COPY: " + text);
            }
            rows.append(text);
        }
    }

    private void send() throws SQLException {
        byte[] bytes = rows.toString().getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    /** The rows that went in. */
    long end() throws SQLException {
        send();
        return copy.endCopy();
    }
}
