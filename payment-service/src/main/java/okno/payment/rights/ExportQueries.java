package okno.payment.rights;

import okno.platform.rights.ExportLines;
import okno.platform.rights.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Everything that this service keeps of one person, charges and payments of companies left out: those are the companies'. */
@Service
public class ExportQueries implements PersonalData {

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
            select r.id::text as key, c.uin, r.amount, r.currency, r.ground, r.status, r.started_at as "startedAt",
                   r.paid_on as "paidOn"
              from refund r join charge c on c.id = r.charge_id
             where c.person_id = :person and c.org_id is null
               and r.id > coalesce(nullif(:after, ''), '00000000-0000-0000-0000-000000000000')::uuid
             order by r.id limit :rows
            """;

    private final JdbcClient jdbc;

    ExportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(String personId, ExportLines lines) {
        lines.records("charges", jdbc, CHARGES, personId);
        lines.records("payments", jdbc, PAYMENTS, personId);
        lines.records("refunds", jdbc, REFUNDS, personId);
    }
}
