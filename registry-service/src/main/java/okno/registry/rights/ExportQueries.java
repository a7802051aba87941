package okno.registry.rights;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import okno.platform.rights.ExportLines;
import okno.platform.rights.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Extracts made for one person; what registers say of people is in their own records, not in the portal's of a person. */
@Service
public class ExportQueries implements PersonalData {

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

    @Override
    public void write(String personId, ExportLines lines) {
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
                lines.record("extracts", row);
                after = (UUID) Objects.requireNonNull(row.get("id"));
                name(after, row, lines);
            }
        } while (rows.size() == PAGE);
    }

    @Override
    public Optional<InputStream> file(String personId, UUID id) {
        return jdbc.sql(CONTENT)
                .param("id", id)
                .param("person", personId)
                .query(byte[].class)
                .optional()
                .map(ByteArrayInputStream::new);
    }

    private static void name(UUID id, Map<String, @Nullable Object> row, ExportLines lines) {
        String format = String.valueOf(row.get("format"));
        String name = row.get("register") + "-" + row.get("recordKey") + "." + format.toLowerCase(Locale.ROOT);
        lines.file(id, name, format, ((Number) Objects.requireNonNull(row.get("size"))).longValue());
    }
}
