package okno.payment.rights.persistence;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okno.platform.rights.Erasing;
import okno.platform.rights.Keeping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Where no money moved, nothing is kept. Money that moved is accounting: charge, payment and refund stay five years after
 * the year in which the last of them happened, with the account's id, which leads to no name once the account has ended.
 * The ledger names nobody and stays. Charges and payments of a company are the company's.
 */
@Repository
class PersonAccounts implements Erasing, Keeping {

    private static final String ACCOUNTING = "402-FZ art. 29 p. 1; Tax Code art. 23 p. 1, art. 78";
    private static final String OPEN = "210-FZ art. 21.3";
    private static final int YEARS = 5;

    /** Money never came, and cannot come any more. */
    private static final String FAILED =
            "(select id from payment where person_id = :person and org_id is null and status in ('DECLINED', 'EXPIRED'))";

    private static final String UNPAID = """
            delete from charge c
             where c.person_id = :person and c.org_id is null and c.status = 'CANCELLED'
               and not exists (select from payment_charge p where p.charge_id = c.id)
            """;

    /** Charges of which everything happened before the day. */
    private static final String OLD = """
            (select c.id from charge c
              where c.person_id = :person and c.org_id is null and c.closed_at < :before
                and not exists (select from payment_charge l join payment p on p.id = l.payment_id
                                 where l.charge_id = c.id and (p.finished_at is null or p.finished_at >= :before))
                and not exists (select from refund r where r.charge_id = c.id and r.started_at >= :before))
            """;

    private static final String OLD_PAYMENTS = """
            delete from payment p
             where p.person_id = :person and p.org_id is null and p.finished_at < :before
               and not exists (select from payment_charge l where l.payment_id = p.id)
            """;

    private static final String MONEY = """
            (c.status = 'PAID' or exists (select from payment_charge l join payment p on p.id = l.payment_id
                                           where l.charge_id = c.id and p.status = 'SUCCEEDED'))
            """;

    private static final String CHARGES =
            "select count(*) from charge c where c.person_id = :person and c.org_id is null and ";

    private final JdbcClient jdbc;

    PersonAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> erase(String personId) {
        change("delete from payment_charge where payment_id in " + FAILED, personId);
        Map<String, Long> gone = new LinkedHashMap<>();
        gone.put("failed_payment", change("delete from payment where id in " + FAILED, personId));
        gone.put("unpaid_charge", change(UNPAID, personId));
        return gone;
    }

    @Override
    public List<Kept> kept(String personId) {
        String years = YEARS + " years after the year of the payment";
        return Stream.of(
                        new Kept("paid_charge", count(CHARGES + MONEY, personId), ACCOUNTING, years),
                        new Kept(
                                "payment",
                                count(
                                        "select count(*) from payment where person_id = :person and org_id is null"
                                                + " and status = 'SUCCEEDED'",
                                        personId),
                                ACCOUNTING,
                                years),
                        new Kept(
                                "refund",
                                count(
                                        "select count(*) from refund r join charge c on c.id = r.charge_id"
                                                + " where c.person_id = :person and c.org_id is null",
                                        personId),
                                ACCOUNTING,
                                years),
                        new Kept(
                                "open_charge",
                                count(CHARGES + "c.status = 'DUE' and not " + MONEY, personId),
                                OPEN,
                                "until it is paid or cancelled"))
                .filter(kept -> kept.count() > 0)
                .toList();
    }

    @Override
    public Removed removeDue(String personId, LocalDate today) {
        // What was still open at the erasure may have come to nothing since.
        Map<String, Long> gone = new LinkedHashMap<>(erase(personId));
        LocalDate before = today.withDayOfYear(1).minusYears(YEARS);
        gone.put("refund", old("delete from refund where charge_id in " + OLD, personId, before));
        old("delete from payment_charge where charge_id in " + OLD, personId, before);
        gone.put("paid_charge", old("delete from charge where id in " + OLD, personId, before));
        gone.put("payment", old(OLD_PAYMENTS, personId, before));
        boolean rest = count(
                        "select count(*) from (select 1 from charge where person_id = :person and org_id is null"
                                + " union all select 1 from payment where person_id = :person and org_id is null) t",
                        personId)
                > 0;
        return new Removed(gone, rest);
    }

    private long change(String statement, String personId) {
        return jdbc.sql(statement).param("person", personId).update();
    }

    /** @param before midnight in Moscow at the beginning of that day */
    private long old(String statement, String personId, LocalDate before) {
        return jdbc.sql(statement.replace(":before", "(:before::date::timestamp at time zone 'Europe/Moscow')"))
                .param("person", personId)
                .param("before", before)
                .update();
    }

    private long count(String statement, String personId) {
        return jdbc.sql(statement).param("person", personId).query(Long.class).single();
    }
}
