package okno.payment.charge.persistence;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.charge.domain.Charge;
import okno.payment.charge.domain.ChargeStatus;
import okno.payment.charge.domain.Duty;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import okno.platform.core.number.Uin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All charges, and the duties they are made from. */
@Repository
public class Charges {

    private static final String COLUMNS = """
            select id, uin, application_id, service_code, duty_purpose, duty_from, person_id, org_id, amount, currency,
                   due_date, status, version, created_at, closed_at
            from charge c
            """;

    private static final String LOCK = COLUMNS + "where id = :id for update";
    private static final String LOCK_BY_APPLICATION = COLUMNS + "where application_id = :applicationId for update";
    private static final String LOCK_BY_UIN = COLUMNS + "where uin = :uin for update";
    private static final String LOCK_OWNED =
            COLUMNS + "where uin in (:uins) and " + Payer.OWNS + " and " + Payer.WITHIN + " order by id for update";

    private static final String INSERT = """
            insert into charge (id, uin, application_id, service_code, duty_purpose, duty_from, person_id, org_id, amount,
                                currency, due_date, status, version, created_at)
            values (:id, :uin, :applicationId, :serviceCode, :dutyPurpose, :dutyFrom, :personId, :orgId, :amount,
                    :currency, :dueDate, :status, :version, :createdAt)
            on conflict (application_id) do nothing
            """;

    private static final String SAVE = """
            update charge set status = :status, version = :version, closed_at = :closedAt
            where id = :id and version = :version - 1
            """;

    /** A duty's own row wins over the one that serves all, which is named by the part before the dot. */
    private static final String DUTY = """
            select purpose, valid_from, administrator, due_days from duty
            where purpose in (:purpose, split_part(:purpose, '.', 1))
              and valid_from <= :day and (valid_to is null or valid_to >= :day)
            order by length(purpose) desc, valid_from desc
            limit 1
            """;

    private final JdbcClient jdbc;

    Charges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('charge_number')").query(Long.class).single();
    }

    /** The duty of this purpose that is in force that day; reference data must hold one. */
    public Duty duty(String purpose, LocalDate day) {
        return jdbc.sql(DUTY)
                .param("purpose", purpose)
                .param("day", day)
                .query((row, n) -> new Duty(
                        new Duty.Key(row.getString("purpose"), row.getObject("valid_from", LocalDate.class)),
                        row.getString("administrator"),
                        row.getInt("due_days")))
                .single();
    }

    public Charge lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(Charges::charge).single();
    }

    public Optional<Charge> lockByApplication(UUID applicationId) {
        return jdbc.sql(LOCK_BY_APPLICATION)
                .param("applicationId", applicationId)
                .query(Charges::charge)
                .optional();
    }

    public Optional<Charge> lockByUin(String uin) {
        return jdbc.sql(LOCK_BY_UIN).param("uin", uin).query(Charges::charge).optional();
    }

    /** Those of the charges that exist and are the payer's, locked in the order of their ids. */
    public List<Charge> lock(List<String> uins, Payer payer) {
        return jdbc.sql(LOCK_OWNED)
                .param("uins", uins)
                .param("personId", payer.personId())
                .param("orgId", payer.orgId())
                .param("services", payer.serviceCodes())
                .query(Charges::charge)
                .list();
    }

    /** False when the application has a charge already. */
    public boolean insert(Charge charge) {
        return jdbc.sql(INSERT)
                        .param("id", charge.id())
                        .param("uin", charge.uin().value())
                        .param("applicationId", charge.applicationId())
                        .param("serviceCode", charge.serviceCode())
                        .param("dutyPurpose", charge.duty().purpose())
                        .param("dutyFrom", charge.duty().validFrom())
                        .param("personId", charge.payer().personId())
                        .param("orgId", charge.payer().orgId())
                        .param("amount", charge.amount().amount())
                        .param("currency", charge.amount().currency())
                        .param("dueDate", charge.dueDate())
                        .param("status", charge.status().name())
                        .param("version", charge.version())
                        .param("createdAt", charge.createdAt().atOffset(UTC))
                        .update()
                == 1;
    }

    public void save(Charge charge) {
        int saved = jdbc.sql(SAVE)
                .param("id", charge.id())
                .param("status", charge.status().name())
                .param("version", charge.version())
                .param(
                        "closedAt",
                        charge.closedAt() == null ? null : charge.closedAt().atOffset(UTC))
                .update();
        if (saved == 0) {
            throw Problem.stale();
        }
    }

    private static Charge charge(ResultSet row, int number) throws SQLException {
        return new Charge(
                row.getObject("id", UUID.class),
                new Uin(row.getString("uin")),
                row.getObject("application_id", UUID.class),
                row.getString("service_code"),
                new Duty.Key(row.getString("duty_purpose"), row.getObject("duty_from", LocalDate.class)),
                new Payer(row.getString("person_id"), row.getObject("org_id", UUID.class)),
                new Money(row.getLong("amount"), row.getString("currency")),
                row.getObject("due_date", LocalDate.class),
                ChargeStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
