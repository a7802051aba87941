package okno.payment.refund.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.payment.PaymentServiceSetup;
import okno.payment.refund.StartRefund;
import okno.payment.refund.domain.Refund;
import okno.platform.core.Problem;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RefundIT extends PaymentServiceSetup {

    private static final String APPLICATIONS = "okno.application.application.v1";
    private static final String CHARGES = "okno.payment.charge.v1";
    private static final String DUE = "okno.application.refund_due.v1";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    StartRefund startRefund;

    private static final TestToken TREASURY =
            TestTokens.client("treasury-payouts").agency("treasury");

    private final String person = aPerson();

    @Test
    void a_duty_paid_for_nothing_is_owed_back_once_however_often_it_is_said() {
        String uin = aCharge(person);
        UUID applicationId = applicationOf(uin);
        UUID paymentId = aPendingPayment(person, uin);
        callback(verdict(paymentId, "evt-" + paymentId, "SUCCEEDED", 80000))
                .expectStatus()
                .isNoContent();
        UUID eventId = UUID.randomUUID();

        TestEvents.publish(eventId, APPLICATIONS, DUE, applicationId, 5, due(applicationId));
        TestEvents.publish(eventId, APPLICATIONS, DUE, applicationId, 5, due(applicationId));
        TestEvents.publish(UUID.randomUUID(), APPLICATIONS, DUE, applicationId, 6, due(applicationId));
        // Behind them all in the same partition: when it has its charge, they were read.
        UUID last = lastSaidOf(applicationId);

        await().atMost(SOON).untilAsserted(() -> assertThat(told(applicationId)).hasSize(1));
        await().atMost(SOON).until(() -> seen(last));
        assertThat(told(applicationId)).hasSize(1);
        ContractCheck.event(
                "refund-started.v1", told(applicationId).getFirst().data().toString());
        assertThat(told(applicationId).getFirst().data().path("personId").asString())
                .isEqualTo(person);
        UUID refund = jdbc.sql("select id from refund where payment_id = :id")
                .param("id", paymentId)
                .query(UUID.class)
                .single();
        assertThat(ledger(refund)).containsExactly("treasury 80000", "payer:refunds -80000");
        JsonNode charge =
                body(read(person, "/api/v1/charges/" + uin).expectStatus().isOk());
        assertThat(charge.at("/status").asString()).isEqualTo("PAID");
        assertThat(charge.at("/refund/status").asString()).isEqualTo("OWED");
        assertThat(charge.at("/refund/amount/amount").asLong()).isEqualTo(80000);
        assertThat(charge.at("/refund/ground").asString()).isEqualTo("WITHDRAWN");
        await().atMost(SOON).untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .anyMatch(entry -> entry.data().path("action").asString().equals("refund.started")
                        && entry.data().path("personId").asString().equals(person)));
    }

    @Test
    void the_treasury_pays_once_and_says_so_and_nobody_else_can() {
        String uin = aCharge(person);
        UUID applicationId = applicationOf(uin);
        UUID paymentId = aPendingPayment(person, uin);
        callback(verdict(paymentId, "evt-" + paymentId, "SUCCEEDED", 80000))
                .expectStatus()
                .isNoContent();
        Map<String, String> payout = Map.of("order", "4711", "paidOn", today().toString());
        payout(TREASURY, uin, payout).expectStatus().isNotFound();
        startRefund.handle(new StartRefund.Command(applicationId, Refund.Ground.WITHDRAWN));
        assertThat(owed(uin)).isTrue();
        payout(TestTokens.client("agency-fns").agency("fns"), uin, payout)
                .expectStatus()
                .isNotFound();
        payout(TestTokens.person(person), uin, payout).expectStatus().isForbidden();
        for (LocalDate impossible : List.of(today().plusDays(1), today().minusDays(1))) {
            assertThat(body(payout(TREASURY, uin, Map.of("order", "4711", "paidOn", impossible.toString()))
                                    .expectStatus()
                                    .isEqualTo(422))
                            .at("/errors/0/pointer")
                            .asString())
                    .isEqualTo("/paidOn");
        }

        JsonNode paid = body(payout(TREASURY, uin, payout).expectStatus().isOk());

        assertThat(paid.at("/status").asString()).isEqualTo("PAID");
        assertThat(body(payout(TREASURY, uin, payout).expectStatus().isOk())).isEqualTo(paid);
        payout(TREASURY, uin, Map.of("order", "4712", "paidOn", today().toString()))
                .expectStatus()
                .isEqualTo(409);
        assertThat(owed(uin)).isFalse();
        assertThat(ledger(jdbc.sql("select payout_id from refund where payment_id = :id")
                        .param("id", paymentId)
                        .query(UUID.class)
                        .single()))
                .containsExactly("payer:refunds 80000", "treasury -80000");
        assertThat(body(read(person, "/api/v1/charges/" + uin))
                        .at("/refund/paidOn")
                        .asString())
                .isEqualTo(today().toString());
        await().atMost(SOON).untilAsserted(() -> assertThat(TestEvents.all(CHARGES).stream()
                        .filter(event -> event.type().equals("okno.refund.paid.v1")
                                && event.data().path("uin").asString().equals(uin)))
                .singleElement()
                .satisfies(event ->
                        ContractCheck.event("refund-paid.v1", event.data().toString())));
        await().atMost(SOON).untilAsserted(() -> assertThat(TestEvents.all("okno.platform.audit.v1"))
                .anyMatch(entry -> entry.data().path("action").asString().equals("refund.paid")
                        && entry.data().path("personId").asString().equals(person)));
    }

    private boolean owed(String uin) {
        String after = "";
        while (true) {
            JsonNode page = body(http.get()
                    .uri("/api/v1/agency/charges/refunds?limit=100" + after)
                    .header("Authorization", TREASURY.bearer())
                    .exchange()
                    .expectStatus()
                    .isOk());
            if (page.at("/items").findValuesAsString("uin").contains(uin)) {
                return true;
            }
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                return false;
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    private RestTestClient.ResponseSpec payout(TestToken caller, String uin, Map<String, String> said) {
        return http.post()
                .uri("/api/v1/agency/charges/" + uin + "/refund/payout")
                .header("Authorization", caller.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(said))
                .exchange();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Moscow"));
    }

    @Test
    void nothing_is_owed_back_of_what_was_never_paid() {
        String uin = aCharge(person);
        var unpaid = new StartRefund.Command(applicationOf(uin), Refund.Ground.WITHDRAWN);

        assertThatThrownBy(() -> startRefund.handle(unpaid)).isInstanceOf(Problem.class);
        assertThatThrownBy(
                        () -> startRefund.handle(new StartRefund.Command(UUID.randomUUID(), Refund.Ground.WITHDRAWN)))
                .isInstanceOf(Problem.class);

        assertThat(body(read(person, "/api/v1/charges/" + uin)).get("refund").isNull())
                .isTrue();
        assertThat(ledger(unpaid.applicationId())).isEmpty();
    }

    private UUID applicationOf(String uin) {
        return jdbc.sql("select application_id from charge where uin = :uin")
                .param("uin", uin)
                .query(UUID.class)
                .single();
    }

    /** The example of application-service's contract, about this application. */
    private JsonNode due(UUID applicationId) {
        ObjectNode example = (ObjectNode) JSON.readTree(ContractCheck.example("application-refund-due.v1"));
        return example.put("applicationId", applicationId.toString()).put("personId", person);
    }

    /** A further word about the same application, which the refund's consumer passes by. */
    private static UUID lastSaidOf(UUID applicationId) {
        UUID id = UUID.randomUUID();
        TestEvents.publish(
                id,
                APPLICATIONS,
                "okno.application.status_changed.v1",
                applicationId,
                7,
                Map.of("applicationId", applicationId, "status", "WITHDRAWN"));
        return id;
    }

    /** Both consumers of the topic get their records in its order; the charges' one remembers what it has read. */
    private boolean seen(UUID eventId) {
        return jdbc.sql("select count(*) from inbox where event_id = :id")
                        .param("id", eventId)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private static List<TestEvents.Received> told(UUID applicationId) {
        return TestEvents.all(CHARGES).stream()
                .filter(event -> event.type().equals("okno.refund.started.v1"))
                .filter(event -> event.data().path("applicationId").asString().equals(applicationId.toString()))
                .toList();
    }

    private List<String> ledger(UUID transaction) {
        return jdbc.sql("select account || ' ' || amount from ledger_entry where transaction_id = :id order by line")
                .param("id", transaction)
                .query(String.class)
                .list();
    }
}
