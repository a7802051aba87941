package okno.registry.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okno.platform.web.JsonLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Extracts made for one person; what registers say of people is in their own records, not in the portal's of a person. */
@Service
public class ExportQueries {

    private static final int PAGE = 500;

    private static final String EXTRACTS = """
            select id, register, record_key as "recordKey", kind, format, entry_number as "entryNumber", sha256,
                   octet_length(content) as size, created_at as "createdAt"
              from extract
             where owner_id = :person and owner_org is null and (cast(:after as uuid) is null or id > cast(:after as uuid))
             order by id limit :rows
            """;

    private static final String CONTENT =
            "select content from extract where id = :id and owner_id = :person and owner_org is null";

    private final JdbcClient jdbc;

    ExportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One record of a section. */
    record Line(String section, Map<String, @Nullable Object> record) {}

    /** A file to be fetched apart. */
    record FileLine(FileReference file) {}

    /** Which file, and what it is called. */
    record FileReference(UUID id, String name, String mediaType, long size) {}

    /** Writes all extracts, and names their files. */
    public void write(String personId, JsonLines lines) {
        UUID after = null;
        List<Map<String, @Nullable Object>> rows;
        do {
            rows = jdbc.sql(EXTRACTS)
                    .param("person", personId)
                    .param("after", after)
                    .param("rows", PAGE)
                    .query()
                    .listOfRows();
            for (Map<String, @Nullable Object> row : rows) {
                lines.line(new Line("extracts", row));
                after = (UUID) row.get("id");
                lines.line(new FileLine(file(row)));
            }
        } while (rows.size() == PAGE);
    }

    public Optional<byte[]> file(String personId, UUID id) {
        return jdbc.sql(CONTENT)
                .param("id", id)
                .param("person", personId)
                .query(byte[].class)
                .optional();
    }

    private static FileReference file(Map<String, @Nullable Object> row) {
        String format = String.valueOf(row.get("format"));
        String name =
                row.get("register") + "-" + row.get("recordKey") + "." + format.toLowerCase(java.util.Locale.ROOT);
        return new FileReference(
                (UUID) java.util.Objects.requireNonNull(row.get("id")),
                name,
                format,
                ((Number) java.util.Objects.requireNonNull(row.get("size"))).longValue());
    }
}
