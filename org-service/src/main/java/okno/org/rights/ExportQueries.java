package okno.org.rights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okno.org.power.PowerQueries;
import okno.org.power.PowerQueries.Side;
import okno.org.power.domain.NamedPerson;
import okno.org.power.domain.PowerOfAttorney;
import okno.platform.web.JsonLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything that this service keeps of one person. */
@Service
public class ExportQueries {

    private static final int PAGE = 500;

    private static final String ORGANISATIONS = """
            select id::text as key, inn, kpp, ogrn, name, status, created_at as "createdAt", changed_at as "changedAt"
              from organisation
             where person_id = :person
               and id > coalesce(nullif(:after, ''), '00000000-0000-0000-0000-000000000000')::uuid
             order by id limit :rows
            """;

    private final JdbcClient jdbc;
    private final PowerQueries powers;

    ExportQueries(JdbcClient jdbc, PowerQueries powers) {
        this.jdbc = jdbc;
        this.powers = powers;
    }

    /** One record of a section. */
    record Line(String section, Map<String, @Nullable Object> record) {}

    /** Writes all records, section by section. */
    public void write(String personId, JsonLines lines) {
        each("organisations", ORGANISATIONS, personId, lines);
        for (Side side : Side.values()) {
            powers(personId, side, lines);
        }
    }

    /** The document is all of it: who, to whom, what for and until when. */
    private void powers(String personId, Side side, JsonLines lines) {
        UUID after = null;
        List<PowerQueries.View> page;
        do {
            page = powers.list(personId, side, after, PAGE);
            for (PowerQueries.View view : page) {
                after = view.power().id();
                lines.line(new Line("powersOfAttorney", record(view)));
            }
        } while (page.size() > PAGE);
    }

    private static Map<String, @Nullable Object> record(PowerQueries.View view) {
        PowerOfAttorney power = view.power();
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("id", power.id());
        record.put("side", view.side());
        record.put("principal", name(view.principal()));
        record.put("representative", name(view.representative()));
        record.put("services", power.terms().services());
        record.put("permissions", power.terms().permissionCodes());
        record.put("from", power.terms().from());
        record.put("until", power.terms().until());
        record.put("status", power.status());
        record.put("createdAt", power.createdAt());
        record.put("changedAt", power.changedAt());
        return record;
    }

    private static String name(NamedPerson person) {
        return Stream.of(person.lastName(), person.firstName(), person.middleName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    /** Page by page, so that no transaction waits for a slow reader; each statement names its key "key". */
    private void each(String section, String statement, String personId, JsonLines lines) {
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
                lines.line(new Line(section, row));
            }
        } while (rows.size() == PAGE);
    }
}
