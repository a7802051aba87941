package okno.payment.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.checkout.domain.PaymentStatus;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments as their payer sees them, and as a reconciliation walks through them. */
@Component
public class PaymentQueries {

    private static final String SELECT = """
            select id, status, method, amount, currency, session_id, page_url, provider_payment_id, created_at, finished_at
            from payment
            """;

    private static final String ONE = SELECT + "where id = :id and " + Payer.OWNS + """
             and not exists (select 1 from payment_charge l join charge c on c.id = l.charge_id
                             where l.payment_id = payment.id and not
            """ + Payer.WITHIN + ")";

    private static final String LINES = """
            select c.uin, l.amount, p.currency, l.applied, d.title_ru, d.title_en
            from payment_charge l join charge c on c.id = l.charge_id join payment p on p.id = l.payment_id
            join duty d on d.purpose = c.duty_purpose and d.valid_from = c.duty_from
            where l.payment_id = :id
            order by c.uin
            """;

    private static final String BY_ID = SELECT + """
            where session_id is not null
              and created_at >= :from and created_at < :to
              and (cast(:after as uuid) is null or id > :after)
            order by id
            limit :limit
            """;

    private static final String PAID_BY =
            "select payment_id from payment_charge where charge_id = :chargeId and applied";

    private final JdbcClient jdbc;

    PaymentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One payment.
     *
     * @param pageUrl where to pay; null when there is nothing to do there (yet, or any more)
     */
    public record PaymentView(
            UUID id,
            PaymentStatus status,
            String method,
            Money amount,
            @Nullable String sessionId,
            @Nullable String pageUrl,
            @Nullable String providerPaymentId,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime finishedAt,
            List<LineView> lines) {

        PaymentView with(List<LineView> found) {
            return new PaymentView(
                    id, status, method, amount, sessionId, pageUrl, providerPaymentId, createdAt, finishedAt, found);
        }
    }

    /** @param applied true: this payment paid the charge; false: it was closed before; null: no money yet */
    public record LineView(
            String uin, Money amount, @Nullable Boolean applied, String titleRu, String titleEn) {}

    public PaymentView get(UUID id, Payer payer) {
        return jdbc.sql(ONE)
                .param("id", id)
                .param("personId", payer.personId())
                .param("orgId", payer.orgId())
                .param("services", payer.serviceCodes())
                .query(PaymentQueries::view)
                .optional()
                .map(payment -> payment.with(lines(id)))
                .orElseThrow(Problem::notFound);
    }

    /** The payment that paid a charge. */
    public Optional<UUID> paidBy(UUID chargeId) {
        return jdbc.sql(PAID_BY).param("chargeId", chargeId).query(UUID.class).optional();
    }

    /** Payments that the provider knows of, created in this time, by id; one more than asked for when there are more. */
    public List<PaymentView> walk(OffsetDateTime from, OffsetDateTime to, @Nullable UUID after, int limit) {
        return jdbc.sql(BY_ID)
                .param("from", from)
                .param("to", to)
                .param("after", after)
                .param("limit", limit + 1)
                .query(PaymentQueries::view)
                .list();
    }

    private List<LineView> lines(UUID id) {
        return jdbc.sql(LINES)
                .param("id", id)
                .query((row, n) -> new LineView(
                        row.getString("uin"),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getObject("applied", Boolean.class),
                        row.getString("title_ru"),
                        row.getString("title_en")))
                .list();
    }

    private static PaymentView view(ResultSet row, int number) throws SQLException {
        return new PaymentView(
                row.getObject("id", UUID.class),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("method"),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getString("session_id"),
                row.getString("page_url"),
                row.getString("provider_payment_id"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("finished_at", OffsetDateTime.class),
                List.of());
    }
}
