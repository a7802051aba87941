package okno.payment.charge.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.payment.PaymentServiceSetup;
import okno.platform.core.Ids;
import okno.platform.core.number.Uin;
import okno.platform.messaging.EventEnvelope;
import okno.platform.messaging.EventJson;
import okno.platform.test.ContractCheck;
import okno.platform.test.TestEvents;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApplicationEventsIT extends PaymentServiceSetup {

    private static final String APPLICATIONS = "okno.application.application.v1";
    private static final String CHARGES = "okno.payment.charge.v1";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String person = aPerson();
    private final UUID applicationId = Ids.next();

    @Test
    void an_application_is_charged_once_however_often_its_event_comes() {
        UUID eventId = UUID.randomUUID();
        requestPayment(eventId);
        requestPayment(eventId);
        requestPayment(UUID.randomUUID());

        await().atMost(SOON).until(() -> charges().size() == 1);
        String uin = charges().getFirst();
        assertThat(new Uin(uin).value()).startsWith("182").hasSize(20);

        UUID paymentId = aPendingPayment(person, uin);
        callback(verdict(paymentId, "evt-" + paymentId, "SUCCEEDED", 80000))
                .expectStatus()
                .isNoContent();

        await().atMost(SOON).untilAsserted(() -> assertThat(published())
                .extracting(TestEvents.Received::type)
                .containsExactly("okno.charge.created.v1", "okno.charge.paid.v1"));
        assertThat(published()).extracting(TestEvents.Received::sequence).containsExactly(1L, 2L);
        published()
                .forEach(event -> ContractCheck.event(
                        event.sequence() == 1 ? "charge-created.v1" : "charge-paid.v1",
                        event.data().toString()));
        assertThat(charges()).hasSize(1);
    }

    @Test
    void a_withdrawn_application_need_not_be_paid() {
        requestPayment(UUID.randomUUID());
        await().atMost(SOON).until(() -> charges().size() == 1);
        String uin = charges().getFirst();

        TestEvents.publish(
                APPLICATIONS,
                "okno.application.status_changed.v1",
                applicationId,
                3,
                Map.of("applicationId", applicationId, "status", "WITHDRAWN"));

        await().atMost(SOON).until(() -> statusOf(uin).equals("CANCELLED"));
        pay(person, uin).expectStatus().isEqualTo(409);
    }

    @Test
    void reads_the_example_of_the_contract() {
        byte[] example = ContractCheck.example("application-payment-requested.v1");
        var event = new EventEnvelope(
                UUID.randomUUID(), "t", "/application-service", "s", 1, Instant.now(), APPLICATIONS, example);

        var read = EventJson.read(event, ApplicationEventsListener.PaymentRequested.class);

        assertThat(read.amount()).isEqualTo(DUTY);
        assertThat(read.purpose()).isEqualTo("state-duty.ip-registration");
    }

    @Test
    void lists_the_charges_of_the_person_by_status_page_by_page() {
        String first = aCharge(person);
        String second = aCharge(person);

        JsonNode page = body(read(person, "/api/v1/charges?status=DUE&limit=1")
                .expectStatus()
                .isOk());
        assertThat(page.at("/items/0/uin").asString()).isEqualTo(second);
        assertThat(page.at("/items/0/title").asString()).startsWith("Государственная пошлина");
        JsonNode next = body(
                read(person, "/api/v1/charges?limit=1&after=" + page.get("next").asString())
                        .expectStatus()
                        .isOk());
        assertThat(next.at("/items/0/uin").asString()).isEqualTo(first);
        assertThat(next.get("next").isNull()).isTrue();
        assertThat(body(read(person, "/api/v1/charges?status=PAID")).get("items"))
                .isEmpty();
        read(person, "/api/v1/charges?after=x").expectStatus().isBadRequest();
    }

    private void requestPayment(UUID eventId) {
        TestEvents.publish(
                eventId,
                APPLICATIONS,
                "okno.application.payment_requested.v1",
                applicationId,
                2,
                Map.of(
                        "applicationId",
                        applicationId,
                        "serviceCode",
                        "ip-registration",
                        "personId",
                        person,
                        "amount",
                        DUTY,
                        "purpose",
                        "state-duty.ip-registration",
                        "occurredAt",
                        Instant.now().toString()));
    }

    private List<String> charges() {
        return jdbc.sql("select uin from charge where application_id = :id")
                .param("id", applicationId)
                .query(String.class)
                .list();
    }

    private List<TestEvents.Received> published() {
        return TestEvents.all(CHARGES).stream()
                .filter(event -> event.data().get("applicationId").asString().equals(applicationId.toString()))
                .toList();
    }
}
