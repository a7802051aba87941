package okno.payment.ledger.persistence;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.payment.ledger.LedgerLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds transactions. The database refuses one that does not balance, and any change of an entry. */
@Repository
public class Ledger {

    private static final String INSERT = """
            insert into ledger_entry (transaction_id, line, account, amount, currency, charge_id, posted_at)
            values (:transactionId, :line, :account, :amount, :currency, :chargeId, :postedAt)
            """;

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void post(UUID transactionId, List<LedgerLine> lines, Instant postedAt) {
        int number = 0;
        for (LedgerLine line : lines) {
            jdbc.sql(INSERT)
                    .param("transactionId", transactionId)
                    .param("line", ++number)
                    .param("account", line.account())
                    .param("amount", line.amount().amount())
                    .param("currency", line.amount().currency())
                    .param("chargeId", line.chargeId())
                    .param("postedAt", postedAt.atOffset(UTC))
                    .update();
        }
    }
}
