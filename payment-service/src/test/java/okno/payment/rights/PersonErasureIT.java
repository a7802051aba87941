package okno.payment.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.payment.PaymentServiceSetup;
import okno.platform.rights.KeptTerms;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class PersonErasureIT extends PaymentServiceSetup {

    private static final String ANSWERS = "okno.payment.erasure.v1";

    @Autowired
    KeptTerms keptTerms;

    @Autowired
    MeterRegistry meters;

    @Test
    void an_order_erases_where_no_money_moved_and_accounting_stays_for_its_five_years() {
        String person = aPerson();
        UUID paid = aPendingPayment(person, aCharge(person));
        callback(verdict(paid, "e-" + paid, "SUCCEEDED", DUTY.amount()))
                .expectStatus()
                .is2xxSuccessful();
        String tried = aCharge(person);
        UUID declined = aPendingPayment(person, tried);
        callback(verdict(declined, "e-" + declined, "DECLINED", DUTY.amount()))
                .expectStatus()
                .is2xxSuccessful();
        await().until(() ->
                statusOf(paid).equals("SUCCEEDED") && statusOf(declined).equals("DECLINED"));
        String cancelled = aCharge(person);
        jdbc.sql("update charge set status = 'CANCELLED', closed_at = now() where uin = :uin")
                .param("uin", cancelled)
                .update();

        isOwedARefund(person, paid);
        paidForACompany(person);

        JsonNode answer = answerToOrder(person);
        assertThat(answer.path("erased").toString())
                .contains("{\"what\":\"failed_payment\",\"count\":1}", "{\"what\":\"unpaid_charge\",\"count\":1}");
        assertThat(answer.path("kept").toString())
                .contains(
                        "{\"what\":\"paid_charge\",\"count\":1,\"law\":\"402-FZ art. 29",
                        "{\"what\":\"payment\",\"count\":1",
                        "{\"what\":\"refund\",\"count\":1",
                        "{\"what\":\"open_charge\",\"count\":1,\"law\":\"210-FZ art. 21.3");
        assertThat(rows(person)).isEqualTo(3);

        // The open charge comes to nothing; the payment is of five years before this one.
        jdbc.sql("update charge set status = 'CANCELLED', closed_at = now() where uin = :uin")
                .param("uin", tried)
                .update();
        paidInYear(person, 5);
        lookNow(person);
        assertThat(rows(person)).isEqualTo(2);
        paidInYear(person, 6);
        lookNow(person);
        // Money went back since: its five years count.
        assertThat(rows(person)).isEqualTo(2);
        jdbc.sql("update refund set started_at = started_at - interval '6 years' where payment_id = :payment")
                .param("payment", paid)
                .update();
        lookNow(person);
        assertThat(rows(person)).isZero();
        assertThat(rowsOfCompany(person)).isEqualTo(4);
        for (String what : List.of("paid_charge", "payment", "refund", "unpaid_charge")) {
            assertThat(meters.counter("okno.kept.removed", "what", what).count())
                    .as(what)
                    .isEqualTo(1);
        }
        assertThat(jdbc.sql("select count(*) from ledger_entry where transaction_id = :payment")
                        .param("payment", paid)
                        .query(Long.class)
                        .single())
                .isPositive();
        await().untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .anyMatch(entry -> entry.data().path("personId").asString("").equals(person)
                        && entry.data().path("action").asString().equals("person.kept_removed")));
    }

    private void isOwedARefund(String person, UUID payment) {
        jdbc.sql("""
                        insert into refund (id, charge_id, payment_id, amount, currency, ground, status, started_at)
                        select gen_random_uuid(), id, :payment, amount, currency, 'WITHDRAWN', 'OWED', now()
                          from charge where person_id = :person and status = 'PAID'
                        """).param("person", person).param("payment", payment).update();
    }

    /** Ten years ago, once with success; the company answers for its own accounting. */
    private void paidForACompany(String person) {
        for (String state : List.of("PAID", "CANCELLED")) {
            jdbc.sql("""
                            update charge set org_id = gen_random_uuid(), status = :state,
                                   closed_at = now() - interval '10 years'
                             where uin = :uin
                            """).param("state", state).param("uin", aCharge(person)).update();
        }
        for (String state : List.of("SUCCEEDED", "DECLINED")) {
            jdbc.sql("""
                            insert into payment (id, person_id, org_id, method, amount, currency, status, version,
                                                 created_at, finished_at, check_at)
                            values (gen_random_uuid(), :person, gen_random_uuid(), 'CARD', 80000, 'RUB', :state, 1,
                                    now() - interval '10 years', now() - interval '10 years', now())
                            """).param("person", person).param("state", state).update();
        }
    }

    private JsonNode answerToOrder(String person) {
        UUID order = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        var data = Map.of("erasureId", order, "personId", person, "occurredAt", "2026-11-26T09:32:00Z");
        for (int time = 1; time <= 2; time++) {
            TestEvents.publish(event, "okno.identity.erasure.v1", "okno.erasure.ordered.v1", order, 1, data);
        }
        await().until(() -> !TestEvents.about(ANSWERS, order).isEmpty());
        JsonNode answer = TestEvents.about(ANSWERS, order).getFirst().data();
        ContractCheck.event("erasure-answered.v1", answer.toString().getBytes(UTF_8));
        assertThat(answer.path("service").asString()).isEqualTo("payment-service");
        return answer;
    }

    /** As if everything that was paid had been paid so many years ago, on the last day of the year in Moscow. */
    private void paidInYear(String person, int yearsAgo) {
        String day =
                "(date_trunc('year', now() at time zone 'Europe/Moscow') - interval '%d years' + interval '364 days')"
                                .formatted(yearsAgo)
                        + " at time zone 'Europe/Moscow'";
        jdbc.sql("update charge set closed_at = " + day
                        + " where person_id = :person and org_id is null and status = 'PAID'")
                .param("person", person)
                .update();
        jdbc.sql("update payment set finished_at = " + day + " where person_id = :person")
                .param("person", person)
                .update();
    }

    private void lookNow(String person) {
        jdbc.sql("update erased_person set look_at = now() where person_id = :person")
                .param("person", person)
                .update();
        keptTerms.removeDue();
    }

    private long rows(String person) {
        return jdbc.sql("""
                        select (select count(*) from charge where person_id = :person and org_id is null)
                             + (select count(*) from payment where person_id = :person and org_id is null)
                        """).param("person", person).query(Long.class).single();
    }

    private long rowsOfCompany(String person) {
        return jdbc.sql("""
                        select (select count(*) from charge where person_id = :person and org_id is not null)
                             + (select count(*) from payment where person_id = :person and org_id is not null)
                        """).param("person", person).query(Long.class).single();
    }
}
