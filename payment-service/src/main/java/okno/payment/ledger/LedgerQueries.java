package okno.payment.ledger;

import java.util.List;
import java.util.UUID;
import okno.platform.core.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Balances of the ledger. */
@Component
public class LedgerQueries {

    private static final String BALANCES = """
            select a.code, a.currency, coalesce(sum(e.amount), 0) as balance
            from ledger_account a left join ledger_entry e on e.account = a.code
            group by a.code, a.currency
            order by a.code
            limit 100
            """;

    private static final String CAPTURED =
            "select coalesce(sum(amount), 0) from ledger_entry where transaction_id = :paymentId and amount > 0";

    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param balance debits less credits; all balances of a currency add up to zero */
    public record Balance(String account, Money balance) {}

    public List<Balance> balances() {
        return jdbc.sql(BALANCES)
                .query((row, n) -> new Balance(
                        row.getString("code"), new Money(row.getLong("balance"), row.getString("currency"))))
                .list();
    }

    /** Minor units booked as captured for the payment, 0 when nothing is. */
    public long captured(UUID paymentId) {
        return jdbc.sql(CAPTURED)
                .param("paymentId", paymentId)
                .query(Long.class)
                .single();
    }
}
