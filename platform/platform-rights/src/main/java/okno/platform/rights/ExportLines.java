package okno.platform.rights;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.web.JsonLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service's part of a copy while it is written: {@code {section, record}} and {@code {file}}, one a line. */
public final class ExportLines {

    private static final int PAGE = 500;

    private final JsonLines lines;

    ExportLines(JsonLines lines) {
        this.lines = lines;
    }

    private record Line(String section, Object record) {}

    private record FileLine(FileReference file) {}

    private record FileReference(UUID id, String name, String mediaType, long size) {}

    /** One record of a section. */
    public void record(String section, Object record) {
        lines.line(new Line(section, record));
    }

    /**
     * A file that is fetched apart.
     *
     * @param size in bytes
     */
    public void file(UUID id, String name, String mediaType, long size) {
        lines.line(new FileLine(new FileReference(id, name, mediaType, size)));
    }

    /**
     * A section as a statement reads it, page by page, so that no transaction waits for a slow reader.
     *
     * @param statement has the parameters {@code :person}, {@code :after} (empty at first) and {@code :rows}, and orders
     *     by a text column named {@code key}, which is not written
     */
    public void records(String section, JdbcClient jdbc, String statement, String personId) {
        String after = "";
        List<Map<String, @Nullable Object>> rows;
        do {
            rows = jdbc.sql(statement)
                    .param("person", personId)
                    .param("after", after)
                    .param("rows", PAGE)
                    .query()
                    .listOfRows();
            for (Map<String, @Nullable Object> row : rows) {
                after = String.valueOf(row.remove("key"));
                record(section, row);
            }
        } while (rows.size() == PAGE);
    }
}
