package okno.payment.checkout.persistence;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.checkout.CheckoutProperties;
import okno.payment.checkout.domain.Payment;
import okno.payment.checkout.domain.PaymentStatus;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All payments with their charges, and the callbacks that took effect. */
@Repository
public class Payments {

    private static final String SELECT = """
            select id, person_id, org_id, method, amount, currency, status, session_id, page_url, provider_payment_id,
                   version, created_at, finished_at
            from payment
            """;

    private static final String LINES =
            "select charge_id, amount from payment_charge where payment_id = :id order by charge_id";

    private static final String OPEN_FOR =
            "select distinct payment_id from payment_charge where charge_id in (:chargeIds) and open";

    private static final String INSERT = """
            insert into payment (id, person_id, org_id, method, amount, currency, status, version, created_at, check_at)
            values (:id, :personId, :orgId, :method, :amount, :currency, :status, :version, :createdAt, :checkAt)
            """;

    private static final String INSERT_LINE = """
            insert into payment_charge (payment_id, charge_id, amount, open) values (:paymentId, :chargeId, :amount, true)
            """;

    private static final String CLAIM = """
            update payment set claimed_until = :until
            where id = :id and status = 'CREATED' and (claimed_until is null or claimed_until < :now)
            """;

    private static final String RELEASE = "update payment set claimed_until = null where id = :id";

    private static final String SESSION_OPENED = """
            update payment
            set status = 'PENDING', session_id = :sessionId, page_url = :pageUrl, claimed_until = null, version = version + 1
            where id = :id and status = 'CREATED'
            """;

    /** Each look moves the next one twice as far away, with a fifth of jitter so that a recovery is no stampede. */
    private static final String CLAIM_UNRESOLVED = """
            update payment
            set claimed_until = :until,
                checks = checks + 1,
                check_at = :now + make_interval(secs =>
                    least(:longest, :first * power(2, least(checks, 20))) * (0.8 + 0.4 * random()))
            where id in (select id from payment
                         where status in ('CREATED', 'PENDING') and check_at <= :now
                           and (claimed_until is null or claimed_until < :now)
                         order by check_at limit :limit for update skip locked)
            returning id
            """;

    private static final String FINISH = """
            update payment
            set status = :status, session_id = :sessionId, provider_payment_id = :providerPaymentId, version = :version,
                finished_at = :finishedAt, claimed_until = null
            where id = :id and version = :version - 1
            """;

    private static final String CLOSE_LINES = "update payment_charge set open = false where payment_id = :id and open";

    private static final String APPLIED =
            "update payment_charge set applied = :applied where payment_id = :id and charge_id = :chargeId";

    private static final String REMEMBER = """
            insert into provider_callback (event_id, payment_id, status, received_at)
            values (:eventId, :paymentId, :status, :receivedAt)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Payment get(UUID id) {
        return one(SELECT + "where id = :id", id).orElseThrow(Problem::notFound);
    }

    public Optional<Payment> lock(UUID id) {
        return one(SELECT + "where id = :id for update", id);
    }

    /** Open payments of any of these charges. */
    public List<UUID> openFor(Collection<UUID> chargeIds) {
        return jdbc.sql(OPEN_FOR)
                .param("chargeIds", chargeIds)
                .query(UUID.class)
                .list();
    }

    /** Saves a new payment, to be looked at by the resolver at this time if it is still open then. */
    public void insert(Payment payment, Instant checkAt) {
        jdbc.sql(INSERT)
                .param("id", payment.id())
                .param("personId", payment.payer().personId())
                .param("orgId", payment.payer().orgId())
                .param("method", payment.method().name())
                .param("amount", payment.amount().amount())
                .param("currency", payment.amount().currency())
                .param("status", payment.status().name())
                .param("version", payment.version())
                .param("createdAt", payment.createdAt().atOffset(UTC))
                .param("checkAt", checkAt.atOffset(UTC))
                .update();
        for (Payment.Line line : payment.lines()) {
            jdbc.sql(INSERT_LINE)
                    .param("paymentId", payment.id())
                    .param("chargeId", line.chargeId())
                    .param("amount", line.amount().amount())
                    .update();
        }
    }

    /** True when the caller alone may now talk with the provider about this payment, until the claim ends. */
    public boolean claim(UUID id, Instant now, Duration claim) {
        return jdbc.sql(CLAIM)
                        .param("id", id)
                        .param("now", now.atOffset(UTC))
                        .param("until", now.plus(claim).atOffset(UTC))
                        .update()
                == 1;
    }

    public void release(UUID id) {
        jdbc.sql(RELEASE).param("id", id).update();
    }

    /** Changes nothing when the payment has gone further already. */
    public void sessionOpened(UUID id, String sessionId, @Nullable String pageUrl) {
        jdbc.sql(SESSION_OPENED)
                .param("id", id)
                .param("sessionId", sessionId)
                .param("pageUrl", pageUrl)
                .update();
    }

    /** Claims open payments whose time to be looked at has come. */
    public List<Payment> claimUnresolved(Instant now, CheckoutProperties properties, int limit) {
        return jdbc
                .sql(CLAIM_UNRESOLVED)
                .param("now", now.atOffset(UTC))
                .param("until", now.plus(properties.claim().multipliedBy(limit)).atOffset(UTC))
                .param("first", properties.firstCheck().toMillis() / 1000.0)
                .param("longest", properties.longestPause().toMillis() / 1000.0)
                .param("limit", limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(this::get)
                .toList();
    }

    /** Saves the verdict and frees the charges for other payments. */
    public void finish(Payment payment) {
        Instant finishedAt = payment.finishedAt();
        int saved = jdbc.sql(FINISH)
                .param("id", payment.id())
                .param("status", payment.status().name())
                .param("sessionId", payment.sessionId())
                .param("providerPaymentId", payment.providerPaymentId())
                .param("version", payment.version())
                .param("finishedAt", finishedAt == null ? null : finishedAt.atOffset(UTC))
                .update();
        if (saved == 0) {
            throw Problem.stale();
        }
        jdbc.sql(CLOSE_LINES).param("id", payment.id()).update();
    }

    public void applied(UUID id, UUID chargeId, boolean applied) {
        jdbc.sql(APPLIED)
                .param("id", id)
                .param("chargeId", chargeId)
                .param("applied", applied)
                .update();
    }

    /** False when this callback has taken effect before. */
    public boolean rememberCallback(String eventId, UUID paymentId, String status, Instant now) {
        return jdbc.sql(REMEMBER)
                        .param("eventId", eventId)
                        .param("paymentId", paymentId)
                        .param("status", status)
                        .param("receivedAt", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** Row first, lines then: one connection at a time, or a full pool would wait for itself. */
    private Optional<Payment> one(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query(Payments::withoutLines)
                .optional()
                .map(payment -> payment.with(lines(id, payment.amount().currency())));
    }

    private List<Payment.Line> lines(UUID id, String currency) {
        return jdbc.sql(LINES)
                .param("id", id)
                .query((row, n) -> new Payment.Line(
                        row.getObject("charge_id", UUID.class), new Money(row.getLong("amount"), currency)))
                .list();
    }

    private static Payment withoutLines(ResultSet row, int number) throws SQLException {
        OffsetDateTime finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        return new Payment(
                row.getObject("id", UUID.class),
                new Payer(row.getString("person_id"), row.getObject("org_id", UUID.class)),
                Payment.Method.valueOf(row.getString("method")),
                new Money(row.getLong("amount"), row.getString("currency")),
                List.of(),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("session_id"),
                row.getString("page_url"),
                row.getString("provider_payment_id"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }
}
