package okno.payment.rights;

import java.util.List;
import java.util.Map;
import okno.platform.web.JsonLines;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything that this service keeps of one person, charges and payments of companies left out: those are the companies'. */
@Service
public class ExportQueries {

    private static final int PAGE = 500;

    private static final String CHARGES = """
            select id::text as key, uin, application_id as "applicationId", service_code as "serviceCode", amount, currency,
                   due_date::text as "dueDate", status, created_at as "createdAt", closed_at as "closedAt"
              from charge
             where person_id = :person and org_id is null and id > coalesce(nullif(:after, ''), '00000000-0000-0000-0000-000000000000')::uuid
             order by id limit :rows
            """;
    private static final String PAYMENTS = """
            select id::text as key, method, amount, currency, status, created_at as "createdAt",
                   finished_at as "finishedAt"
              from payment
             where person_id = :person and org_id is null and id > coalesce(nullif(:after, ''), '00000000-0000-0000-0000-000000000000')::uuid
             order by id limit :rows
            """;

    private static final String REFUNDS = """
            select r.id::text as key, c.uin, r.amount, r.currency, r.ground, r.status, r.started_at as "startedAt"
              from refund r join charge c on c.id = r.charge_id
             where c.person_id = :person and c.org_id is null
               and r.id > coalesce(nullif(:after, ''), '00000000-0000-0000-0000-000000000000')::uuid
             order by r.id limit :rows
            """;

    private final JdbcClient jdbc;

    ExportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One record of a section. */
    record Line(String section, Map<String, @Nullable Object> record) {}

    /** Writes all records, section by section. */
    public void write(String personId, JsonLines lines) {
        each("charges", CHARGES, personId, lines);
        each("payments", PAYMENTS, personId, lines);
        each("refunds", REFUNDS, personId, lines);
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
