package okno.payment.charge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.charge.domain.ChargeStatus;
import okno.payment.charge.domain.PaymentString;
import okno.payment.charge.domain.Requisites;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import okno.platform.core.number.BankAccount;
import okno.platform.core.number.Inn;
import okno.platform.core.number.Kpp;
import okno.platform.core.number.Uin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Charges as their payer sees them; another's charge is not found. */
@Component
public class ChargeQueries {

    private static final String SELECT = """
            select c.id, c.uin, c.application_id, c.service_code, c.amount, c.currency, c.due_date, c.status,
                   c.created_at, c.closed_at, d.title_ru, d.title_en,
                   r.status as refund_status, r.amount as refund_amount, r.ground as refund_ground, r.started_at,
                   r.paid_on
            from charge c join duty d on d.purpose = c.duty_purpose and d.valid_from = c.duty_from
            left join refund r on r.charge_id = c.id
            """;

    private static final String LIST = SELECT + "where " + Payer.OWNS + " and " + Payer.WITHIN + """
             and (cast(:status as text) is null or c.status = :status)
             and (cast(:after as uuid) is null or c.id < :after)
            order by c.id desc
            limit :limit
            """;

    private static final String ONE = SELECT + "where c.uin = :uin and " + Payer.OWNS + " and " + Payer.WITHIN;

    private static final String REQUISITES = """
            select p.name, p.inn, p.kpp, p.account, p.bank_name, p.bic, p.corresp_account, d.kbk, d.oktmo, d.title_ru,
                   c.uin, c.amount, c.currency
            from charge c
            join duty d on d.purpose = c.duty_purpose and d.valid_from = c.duty_from
            join payee p on p.id = d.payee_id
            where c.uin = :uin and
            """ + Payer.OWNS + " and " + Payer.WITHIN;

    private final JdbcClient jdbc;

    ChargeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One charge.
     *
     * @param titleRu what it is for, in Russian
     * @param closedAt when it was paid or cancelled
     * @param refund what is owed back of it; null: nothing
     */
    public record ChargeView(
            UUID id,
            String uin,
            UUID applicationId,
            String serviceCode,
            String titleRu,
            String titleEn,
            Money amount,
            LocalDate dueDate,
            ChargeStatus status,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime closedAt,
            @Nullable RefundView refund) {}

    /** What is owed back of a charge, why, and where it stands; {@code paidOn} null: not paid out yet. */
    public record RefundView(
            String status,
            Money amount,
            String ground,
            OffsetDateTime startedAt,
            @Nullable LocalDate paidOn) {}

    /** The newest first; one more than asked for when there are more. */
    public List<ChargeView> list(Payer payer, @Nullable ChargeStatus status, @Nullable UUID after, int limit) {
        return jdbc.sql(LIST)
                .param("personId", payer.personId())
                .param("orgId", payer.orgId())
                .param("services", payer.serviceCodes())
                .param("status", status == null ? null : status.name())
                .param("after", after)
                .param("limit", limit + 1)
                .query(ChargeQueries::view)
                .list();
    }

    public ChargeView get(String uin, Payer payer) {
        return jdbc.sql(ONE)
                .param("uin", uin)
                .param("personId", payer.personId())
                .param("orgId", payer.orgId())
                .param("services", payer.serviceCodes())
                .query(ChargeQueries::view)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** What a QR code says so that any bank's application can pay the charge (GOST R 56042-2014). */
    public String paymentString(String uin, Payer payer) {
        return jdbc.sql(REQUISITES)
                .param("uin", uin)
                .param("personId", payer.personId())
                .param("orgId", payer.orgId())
                .param("services", payer.serviceCodes())
                .query((row, n) -> PaymentString.of(
                        requisites(row),
                        new Uin(row.getString("uin")),
                        new Money(row.getLong("amount"), row.getString("currency")),
                        row.getString("title_ru")))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static Requisites requisites(ResultSet row) throws SQLException {
        return new Requisites(
                row.getString("name"),
                new Inn(row.getString("inn")),
                new Kpp(row.getString("kpp")),
                new BankAccount(row.getString("bic"), row.getString("account")),
                row.getString("bank_name"),
                new BankAccount(row.getString("bic"), row.getString("corresp_account")),
                row.getString("kbk"),
                row.getString("oktmo"));
    }

    private static ChargeView view(ResultSet row, int number) throws SQLException {
        return new ChargeView(
                row.getObject("id", UUID.class),
                row.getString("uin"),
                row.getObject("application_id", UUID.class),
                row.getString("service_code"),
                row.getString("title_ru"),
                row.getString("title_en"),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getObject("due_date", LocalDate.class),
                ChargeStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class),
                row.getObject("closed_at", OffsetDateTime.class),
                refund(row));
    }

    private static @Nullable RefundView refund(ResultSet row) throws SQLException {
        String status = row.getString("refund_status");
        return status == null
                ? null
                : new RefundView(
                        status,
                        new Money(row.getLong("refund_amount"), row.getString("currency")),
                        row.getString("refund_ground"),
                        row.getObject("started_at", OffsetDateTime.class),
                        row.getObject("paid_on", LocalDate.class));
    }
}
