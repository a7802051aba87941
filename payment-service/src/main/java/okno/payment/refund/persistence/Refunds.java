package okno.payment.refund.persistence;

import static java.time.ZoneOffset.UTC;

import okno.payment.refund.domain.Refund;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All refunds, one per charge. */
@Repository
public class Refunds {

    private static final String INSERT = """
            insert into refund (id, charge_id, payment_id, amount, currency, ground, status, started_at)
            values (:id, :chargeId, :paymentId, :amount, :currency, :ground, :status, :startedAt)
            on conflict (charge_id) do nothing
            """;

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the charge has its refund already. */
    public boolean insert(Refund refund) {
        return jdbc.sql(INSERT)
                        .param("id", refund.id())
                        .param("chargeId", refund.chargeId())
                        .param("paymentId", refund.paymentId())
                        .param("amount", refund.amount().amount())
                        .param("currency", refund.amount().currency())
                        .param("ground", refund.ground().name())
                        .param("status", refund.status().name())
                        .param("startedAt", refund.startedAt().atOffset(UTC))
                        .update()
                == 1;
    }
}
