package okno.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

/** The whole life of an application that is signed, paid for and ends in a register. */
class SoleTraderRegistrationIT extends ApplicationServiceCase {

    private static final String CHARGES = "okno.payment.charge.v1";
    private static final String UIN = "18810115240101123452";

    @Test
    void whole_life_from_draft_to_the_register() {
        Citizen citizen = aCitizen();
        UUID id = aRegistrationAwaitingPayment(citizen);
        Api.Answer waiting = citizen.api().get("/applications/" + id);
        assertThat(waiting.text("/status")).isEqualTo("AWAITING_PAYMENT");
        assertThat(waiting.text("/statusTitle")).isEqualTo("Ожидает оплаты госпошлины");
        assertThat(waiting.json().at("/payment/amount/amount").asInt()).isEqualTo(80000);
        assertThat(waiting.text("/number")).isNull();

        charged(citizen, id);
        TestEvents.publish(CHARGES, "okno.charge.paid.v1", UUID.randomUUID(), 2, charge(id, citizen.id(), UIN));
        untilStatus(citizen, id, "SUBMITTED");
        Api.Answer submitted = citizen.api().get("/applications/" + id);
        assertThat(submitted.text("/number")).startsWith("FNS-");
        assertThat(submitted.text("/expectedCompletionDate")).isNotNull();
        assertThat(submitted.text("/payment/status")).isEqualTo("PAID");

        String desk = "/agency/applications/" + id;
        Api fns = fns();
        fns.post(desk + "/status", Map.of("status", "RECEIVED")).expect(200);
        fns.post(desk + "/status", Map.of("status", "IN_REVIEW")).expect(200);
        String attachment = fns.get(desk).text("/attachments/0/id");
        assertThat(fns.get(desk + "/attachments/" + attachment + "/content")
                        .response()
                        .body())
                .isEqualTo(PDF);
        fns.post(desk + "/decision", Map.of("decision", "APPROVED")).expect(200);
        assertThat(status(citizen.api(), id)).isEqualTo("APPROVED");

        UUID event = UUID.randomUUID();
        Map<String, Object> made = Map.of(
                "register", "EGRIP",
                "key", "304500116000157",
                "applicationId", id,
                "personId", citizen.id(),
                "occurredAt", "2026-11-22T10:00:00Z");
        for (int twice = 0; twice < 2; twice++) {
            TestEvents.publish(
                    event, "okno.registry.record.v1", "okno.record.registered.v1", UUID.randomUUID(), 1, made);
        }
        untilStatus(citizen, id, "COMPLETED");
        Api.Answer completed = citizen.api().get("/applications/" + id);
        assertThat(completed.text("/result/registerKey")).isEqualTo("304500116000157");
        assertThat(completed.text("/result/register")).isEqualTo("EGRIP");
        // The sheet of the record makes itself once the record is there.
        await().untilAsserted(() ->
                assertThat(citizen.api().get("/results").text("/items/0/code")).isEqualTo("record"));
        String sheet = citizen.api().get("/results").text("/items/0/id");
        assertThat(SampleFiles.textOf(citizen.api()
                        .get("/documents/" + sheet + "/content")
                        .expect(200)
                        .response()
                        .body()))
                .contains("Лист записи ЕГРИП", "304500116000157", "УСН, доходы");
        await().untilAsserted(() -> assertThat(eventTypes(id))
                .containsExactly(
                        "okno.application.payment_requested.v1:-",
                        "okno.application.submitted.v1:SUBMITTED",
                        "okno.application.status_changed.v1:RECEIVED",
                        "okno.application.status_changed.v1:IN_REVIEW",
                        "okno.application.status_changed.v1:APPROVED",
                        "okno.application.status_changed.v1:COMPLETED"));
    }

    @Test
    void a_payment_told_many_times_submits_once() {
        Citizen citizen = aCitizen();
        UUID id = aRegistrationAwaitingPayment(citizen);
        charged(citizen, id);
        UUID event = UUID.randomUUID();
        UUID chargeId = UUID.randomUUID();

        IntStream.range(0, 3)
                .forEach(i -> TestEvents.publish(
                        event, CHARGES, "okno.charge.paid.v1", chargeId, 2, charge(id, citizen.id(), UIN)));
        TestEvents.publish(CHARGES, "okno.charge.paid.v1", chargeId, 2, charge(id, citizen.id(), UIN));

        untilStatus(citizen, id, "SUBMITTED");
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(eventTypes(id)).hasSize(2));
    }

    @Test
    void readiness_and_submission_name_the_same_obstacles() {
        Citizen citizen = aCitizen();
        UUID id = draft(citizen.api(), "ip-registration");
        citizen.api()
                .patch(id, 1, Map.of("inn", "500100732258", "taxRegime", "NONE"))
                .expect(200);

        Api.Answer readiness =
                citizen.api().get("/applications/" + id + "/readiness").expect(200);
        Api.Answer refused = citizen.api()
                .post("/applications/" + id + "/submission", Map.of())
                .expect(422);

        assertThat(readiness.json().path("ready").asBoolean()).isFalse();
        assertThat(codes(readiness))
                .containsExactlyInAnyOrder(
                        "/form/okvedMain required",
                        "/form/inn inn_checksum",
                        "/form/taxRegime invalid_value",
                        "/attachments document_missing",
                        "/signatureId signature_missing");
        assertThat(codes(refused))
                .containsExactlyInAnyOrderElementsOf(codes(readiness).toList());
        assertThat(citizen.api()
                        .get("/applications/" + id + "/readiness", "Accept-Language", "en")
                        .body())
                .contains("Invalid INN: check digit mismatch");
    }

    @Test
    void refuses_every_signature_that_does_not_hold() {
        Citizen citizen = aCitizen();
        UUID id = aFilledRegistration(citizen);
        String sha256 = citizen.api().get("/applications/" + id + "/document").header("Okno-Document-Sha256");
        String submission = "/applications/" + id + "/submission";
        Map<String, UUID> bad = Map.of(
                "signature_unknown", UUID.randomUUID(),
                "signature_of_other_document", aSignature(citizen.id(), "00".repeat(32), "CONFIRMED", "SIMPLE"),
                "signature_not_confirmed", aSignature(citizen.id(), sha256, "PENDING", "SIMPLE"));
        OTHERS.stubFor(com.github.tomakehurst.wiremock.client.WireMock.get(
                        "/internal/signatures/" + bad.get("signature_unknown"))
                .willReturn(com.github.tomakehurst.wiremock.client.WireMock.notFound()));

        bad.forEach((code, signature) -> assertThat(codes(citizen.api()
                        .post(submission, Map.of("signatureId", signature))
                        .expect(422)))
                .containsExactly("/signatureId " + code));
        UUID foreign = aSignature(UUID.randomUUID().toString(), sha256, "CONFIRMED", "SIMPLE");
        assertThat(codes(citizen.api()
                        .post(submission, Map.of("signatureId", foreign))
                        .expect(422)))
                .containsExactly("/signatureId signature_unknown");
        assertThat(status(citizen.api(), id)).isEqualTo("DRAFT");
    }

    @Test
    void a_change_after_signing_makes_the_signature_void() {
        Citizen citizen = aCitizen();
        UUID id = aFilledRegistration(citizen);
        UUID signature = signed(citizen, id);
        long version =
                citizen.api().get("/applications/" + id).json().path("version").asLong();
        citizen.api().patch(id, version, Map.of("okvedMain", "47.11")).expect(200);

        assertThat(codes(citizen.api().post("/applications/" + id + "/submission", Map.of("signatureId", signature))))
                .containsExactly("/signatureId signature_of_other_document");
    }

    @Test
    void an_account_not_confirmed_may_draft_but_not_submit() {
        String sub = UUID.randomUUID().toString();
        Api weak = api(TestTokens.person(sub).ial("standard"));
        UUID id = draft(weak, "ip-registration");

        Api.Answer refused =
                weak.post("/applications/" + id + "/submission", Map.of()).expect(403);

        assertThat(refused.text("/code")).isEqualTo("account_not_confirmed");
    }

    @Test
    void a_second_application_under_way_is_refused_with_a_link_to_the_first() {
        Citizen citizen = aCitizen();
        UUID first = aRegistrationAwaitingPayment(citizen);
        UUID second = aFilledRegistration(citizen);

        Api.Answer refused = citizen.api()
                .post("/applications/" + second + "/submission", Map.of("signatureId", signed(citizen, second)))
                .expect(409);

        assertThat(refused.text("/code")).isEqualTo("already_applied");
        assertThat(refused.text("/application")).isEqualTo("/api/v1/applications/" + first);
        citizen.api().post("/applications/" + first + "/withdrawal", Map.of()).expect(200);
        citizen.api()
                .post("/applications/" + second + "/submission", Map.of("signatureId", signed(citizen, second)))
                .expect(202);
    }

    @Test
    void a_payment_after_the_withdrawal_leaves_a_note_on_the_refund() {
        Citizen citizen = aCitizen();
        UUID id = aRegistrationAwaitingPayment(citizen);
        citizen.api().post("/applications/" + id + "/withdrawal", Map.of()).expect(200);

        TestEvents.publish(CHARGES, "okno.charge.paid.v1", UUID.randomUUID(), 2, charge(id, citizen.id(), UIN));

        await().untilAsserted(() -> assertThat(
                        citizen.api().get("/applications/" + id + "/messages").text("/items/0/text"))
                .contains("333.40"));
        assertThat(status(citizen.api(), id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void fifty_submissions_of_one_draft_are_one() throws Exception {
        Citizen citizen = aCitizen();
        UUID id = aFilledRegistration(citizen);
        UUID signature = signed(citizen, id);
        Callable<Integer> submission = () -> citizen.api()
                .post("/applications/" + id + "/submission", Map.of("signatureId", signature))
                .response()
                .statusCode();

        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads
                    .invokeAll(IntStream.range(0, 50).mapToObj(i -> submission).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(answers).filteredOn(answer -> answer == 202).hasSize(1);
        assertThat(answers).allMatch(answer -> answer == 202 || answer == 409 || answer == 503);
        await().untilAsserted(() -> assertThat(eventTypes(id)).hasSize(1));
    }

    private static void charged(Citizen citizen, UUID id) {
        TestEvents.publish(CHARGES, "okno.charge.created.v1", UUID.randomUUID(), 1, charge(id, citizen.id(), UIN));
        await().untilAsserted(() -> assertThat(
                        citizen.api().get("/applications/" + id).text("/payment/uin"))
                .isEqualTo(UIN));
    }

    private static void untilStatus(Citizen citizen, UUID id, String wanted) {
        await().untilAsserted(() -> assertThat(status(citizen.api(), id)).isEqualTo(wanted));
    }

    private static Stream<String> codes(Api.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString() + " "
                        + error.path("code").asString());
    }
}
