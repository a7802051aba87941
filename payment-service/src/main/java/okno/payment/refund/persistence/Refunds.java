package okno.payment.refund.persistence;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.payment.refund.domain.ChargeRefund;
import okno.payment.refund.domain.Payout;
import okno.payment.refund.domain.Refund;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;
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

    private static final String SELECT = """
            select r.id, r.charge_id, r.payment_id, r.amount, r.currency, r.ground, r.status, r.started_at, r.payout_order,
                   r.paid_on, c.uin
            from refund r join charge c on c.id = r.charge_id
            """;

    private static final String OWED = SELECT + """
            where r.status = 'OWED' and (cast(:after as uuid) is null or r.id > :after)
            order by r.id
            limit :limit
            """;

    private static final String PAY = """
            update refund set status = 'PAID', payout_id = :payoutId, payout_order = :order, paid_on = :paidOn
            where id = :id and status = 'OWED'
            """;

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The refund of a charge that the caller holds. */
    public Optional<ChargeRefund> of(UUID chargeId) {
        return jdbc.sql(SELECT + "where r.charge_id = :chargeId")
                .param("chargeId", chargeId)
                .query(Refunds::kept)
                .optional();
    }

    /** What is still to be paid, oldest first. */
    public List<ChargeRefund> owed(@Nullable UUID after, int limit) {
        return jdbc.sql(OWED)
                .param("after", after)
                .param("limit", limit)
                .query(Refunds::kept)
                .list();
    }

    /** False when it was paid before. */
    public boolean pay(UUID id, UUID payoutId, Payout payout) {
        return jdbc.sql(PAY)
                        .param("id", id)
                        .param("payoutId", payoutId)
                        .param("order", payout.order())
                        .param("paidOn", payout.paidOn())
                        .update()
                == 1;
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

    private static ChargeRefund kept(ResultSet row, int number) throws SQLException {
        String order = row.getString("payout_order");
        return new ChargeRefund(
                new Refund(
                        row.getObject("id", UUID.class),
                        row.getObject("charge_id", UUID.class),
                        row.getObject("payment_id", UUID.class),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        Refund.Ground.valueOf(row.getString("ground")),
                        Refund.Status.valueOf(row.getString("status")),
                        row.getObject("started_at", OffsetDateTime.class).toInstant()),
                row.getString("uin"),
                order == null ? null : new Payout(order, row.getObject("paid_on", LocalDate.class)));
    }
}
