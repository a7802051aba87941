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
import okno.platform.rights.ExportLines;
import okno.platform.rights.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything that this service keeps of one person. */
@Service
public class ExportQueries implements PersonalData {

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

    @Override
    public void write(String personId, ExportLines lines) {
        lines.records("organisations", jdbc, ORGANISATIONS, personId);
        for (Side side : Side.values()) {
            powers(personId, side, lines);
        }
    }

    /** The document is all of it: who, to whom, what for and until when. */
    private void powers(String personId, Side side, ExportLines lines) {
        UUID after = null;
        List<PowerQueries.View> page;
        do {
            page = powers.list(personId, side, after, PAGE);
            for (PowerQueries.View view : page) {
                after = view.power().id();
                lines.record("powersOfAttorney", record(view));
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
}
