package okno.payment.checkout;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import okno.payment.PaymentServiceSetup;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

class PayChargeIT extends PaymentServiceSetup {

    private final String person = aPerson();

    @Test
    void pays_a_charge_from_redirect_to_captured_money() {
        String uin = aCharge(person);

        JsonNode payment = body(pay(person, uin).expectStatus().isCreated());
        UUID id = UUID.fromString(payment.get("id").asString());
        assertThat(payment.get("status").asString()).isEqualTo("PENDING");
        assertThat(payment.at("/nextAction/type").asString()).isEqualTo("REDIRECT");
        assertThat(payment.at("/nextAction/url").asString()).isEqualTo("http://provider/pages/" + id);
        assertThat(payment.at("/amount/amount").asLong()).isEqualTo(80000);
        PROVIDER.verify(postRequestedFor(urlPathEqualTo(SESSIONS))
                .withHeader("Authorization", equalTo("Bearer provider-key"))
                .withHeader("Idempotency-Key", equalTo(id.toString())));

        callback(verdict(id, "evt-" + id, "SUCCEEDED", 80000)).expectStatus().isNoContent();

        JsonNode paid =
                body(read(person, "/api/v1/payments/" + id).expectStatus().isOk());
        assertThat(paid.get("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(paid.get("nextAction").isNull()).isTrue();
        assertThat(statusOf(uin)).isEqualTo("PAID");
        assertThat(ledger(id)).containsExactly("provider:sandbox 80000", "treasury -80000");
        pay(person, uin).expectStatus().isEqualTo(409);
    }

    @Test
    void pays_several_charges_with_one_sum() {
        String first = aCharge(person);
        String second = aCharge(person);

        UUID id = aPendingPayment(person, first, second);
        callback(verdict(id, "evt-" + id, "SUCCEEDED", 160000)).expectStatus().isNoContent();

        assertThat(statusOf(first)).isEqualTo("PAID");
        assertThat(statusOf(second)).isEqualTo("PAID");
        assertThat(ledger(id)).containsExactly("provider:sandbox 160000", "treasury -80000", "treasury -80000");
    }

    @Test
    void a_larger_sum_takes_a_second_factor_shown_a_short_while_ago() {
        String first = aCharge(person);
        String second = aCharge(person);
        TestToken token = TestTokens.person(person);
        for (TestToken weak : List.of(token.acr("pwd"), token.loggedIn(Duration.ofMinutes(16)))) {
            payAs(weak, first, second)
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .value("WWW-Authenticate", challenge -> assertThat(challenge)
                            .contains("insufficient_user_authentication", "acr_values=\"2fa\"", "max_age=\"900\""))
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("second_factor_required");
        }
        PROVIDER.verify(0, postRequestedFor(urlPathEqualTo(SESSIONS)));
        payAs(token, first, second).expectStatus().isCreated();

        payAs(token.acr("pwd"), aCharge(person)).expectStatus().isCreated();
    }

    @Test
    void a_declined_payment_frees_the_charge_for_the_next_try() {
        String uin = aCharge(person);
        UUID declined = aPendingPayment(person, uin);
        callback(verdict(declined, "evt-" + declined, "DECLINED", 80000))
                .expectStatus()
                .isNoContent();

        assertThat(statusOf(declined)).isEqualTo("DECLINED");
        assertThat(statusOf(uin)).isEqualTo("DUE");
        UUID next = aPendingPayment(person, uin);
        assertThat(next).isNotEqualTo(declined);
    }

    @Test
    void a_repeated_callback_captures_once() {
        String uin = aCharge(person);
        UUID id = aPendingPayment(person, uin);
        String body = verdict(id, "evt-" + id, "SUCCEEDED", 80000);

        IntStream.range(0, 3).forEach(n -> callback(body).expectStatus().isNoContent());
        callback(verdict(id, "evt-other-" + id, "SUCCEEDED", 80000))
                .expectStatus()
                .isNoContent();
        callback(verdict(id, "evt-late-" + id, "DECLINED", 80000))
                .expectStatus()
                .isNoContent();

        assertThat(statusOf(id)).isEqualTo("SUCCEEDED");
        assertThat(ledger(id)).hasSize(2);
    }

    @Test
    void a_forged_or_stale_callback_is_refused_and_changes_nothing() {
        UUID id = aPendingPayment(person, aCharge(person));
        String body = verdict(id, "evt-" + id, "SUCCEEDED", 80000);
        long now = java.time.Instant.now().getEpochSecond();

        callback(body, "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", now)
                .expectStatus()
                .isUnauthorized();
        callback(body, SECRET, now - 301).expectStatus().isUnauthorized();
        http.post()
                .uri("/api/v1/providers/sandbox/callbacks")
                .header("Content-Type", "application/json")
                .body(body)
                .exchange()
                .expectStatus()
                .isUnauthorized();

        assertThat(statusOf(id)).isEqualTo("PENDING");
    }

    @Test
    void a_verdict_about_another_sum_or_an_unknown_payment_is_not_believed() {
        UUID id = aPendingPayment(person, aCharge(person));

        callback(verdict(id, "evt-" + id, "SUCCEEDED", 100)).expectStatus().isEqualTo(422);
        callback(verdict(UUID.randomUUID(), "evt-x", "SUCCEEDED", 80000))
                .expectStatus()
                .isNotFound();
        callback("{\"eventId\":17").expectStatus().isBadRequest();

        assertThat(statusOf(id)).isEqualTo("PENDING");
    }

    @Test
    void a_callback_faster_than_our_own_record_of_the_session_wins() throws Exception {
        String uin = aCharge(person);
        PROVIDER.stubFor(post(SESSIONS).willReturn(opened().withFixedDelay(900)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<RestTestClient.ResponseSpec> started = threads.submit(() -> pay(person, uin));
            UUID id = await().until(() -> paymentOf(uin), found -> found != null);

            callback(verdict(id, "evt-" + id, "SUCCEEDED", 80000))
                    .expectStatus()
                    .isNoContent();

            assertThat(body(started.get().expectStatus().isCreated())
                            .get("status")
                            .asString())
                    .isEqualTo("SUCCEEDED");
            assertThat(ledger(id)).hasSize(2);
        }
    }

    @Test
    void an_answer_that_was_lost_is_said_honestly_and_then_mended_without_the_person() {
        String uin = aCharge(person);
        PROVIDER.stubFor(post(SESSIONS).willReturn(opened().withFixedDelay(2000)));

        JsonNode problem = body(pay(person, uin).expectStatus().isEqualTo(503));
        assertThat(problem.get("code").asString()).isEqualTo("provider_unavailable");
        UUID id = paymentOf(uin);
        assertThat(statusOf(id)).isEqualTo("CREATED");

        PROVIDER.stubFor(post(SESSIONS).willReturn(opened()));
        await().atMost(Duration.ofSeconds(20)).until(() -> statusOf(id).equals("PENDING"));
        JsonNode payment =
                body(read(person, "/api/v1/payments/" + id).expectStatus().isOk());
        assertThat(payment.at("/nextAction/url").asString()).endsWith(id.toString());
    }

    @Test
    void after_a_failure_the_person_may_try_again_at_once_and_gets_the_same_payment() {
        String uin = aCharge(person);
        PROVIDER.stubFor(post(SESSIONS).willReturn(aResponse().withStatus(500)));
        pay(person, uin).expectStatus().isEqualTo(503);
        UUID id = paymentOf(uin);

        PROVIDER.stubFor(post(SESSIONS).willReturn(opened()));

        assertThat(aPendingPayment(person, uin)).isEqualTo(id);
    }

    @Test
    void a_lost_callback_is_found_out_by_asking() {
        String uin = aCharge(person);
        UUID id = aPendingPayment(person, uin);
        PROVIDER.stubFor(get(SESSIONS + "/" + session(id)).willReturn(okJson("""
                {"sessionId":"%s","status":"SUCCEEDED","amount":80000,"currency":"RUB","providerPaymentId":"p-9"}""".formatted(session(id)))));

        await().atMost(Duration.ofSeconds(20)).until(() -> statusOf(uin).equals("PAID"));
        assertThat(statusOf(id)).isEqualTo("SUCCEEDED");
        assertThat(ledger(id)).containsExactly("provider:sandbox 80000", "treasury -80000");
    }

    @Test
    void fifty_impatient_clicks_make_one_session_and_one_capture() throws Exception {
        String uin = aCharge(person);
        PROVIDER.stubFor(post(SESSIONS).willReturn(opened().withFixedDelay(200)));
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> click = () ->
                    pay(person, uin).returnResult(byte[].class).getStatus().value();
            answers = threads
                    .invokeAll(IntStream.range(0, 50).mapToObj(n -> click).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).contains(201).isSubsetOf(201, 409, 503);
        PROVIDER.verify(1, postRequestedFor(urlPathEqualTo(SESSIONS)));
        UUID id = paymentOf(uin);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .forEach(n -> threads.submit(() -> callback(verdict(id, "evt-" + n + id, "SUCCEEDED", 80000))));
        }
        assertThat(statusOf(uin)).isEqualTo("PAID");
        assertThat(ledger(id)).hasSize(2);
    }

    @Test
    void money_that_comes_for_a_charge_already_paid_is_owed_back() {
        String uin = aCharge(person);
        UUID first = aPendingPayment(person, uin);
        callback(verdict(first, "evt-" + first, "DECLINED", 80000))
                .expectStatus()
                .isNoContent();
        UUID second = aPendingPayment(person, uin);
        callback(verdict(second, "evt-" + second, "SUCCEEDED", 80000))
                .expectStatus()
                .isNoContent();

        callback(verdict(first, "evt-late-" + first, "SUCCEEDED", 80000))
                .expectStatus()
                .isNoContent();

        assertThat(statusOf(first)).isEqualTo("SUCCEEDED");
        assertThat(ledger(first)).containsExactly("provider:sandbox 80000", "payer:unapplied -80000");
        assertThat(ledger(second)).containsExactly("provider:sandbox 80000", "treasury -80000");
    }

    @Test
    void a_charge_in_an_open_payment_cannot_be_paid_together_with_another() {
        String first = aCharge(person);
        String second = aCharge(person);
        aPendingPayment(person, first);

        assertThat(body(pay(person, first, second).expectStatus().isEqualTo(409))
                        .get("code")
                        .asString())
                .isEqualTo("charge_has_open_payment");
    }

    @Test
    void a_strangers_charge_and_payment_are_not_found() {
        String uin = aCharge(person);
        UUID id = aPendingPayment(person, uin);
        String stranger = aPerson();

        pay(stranger, uin).expectStatus().isNotFound();
        read(stranger, "/api/v1/charges/" + uin).expectStatus().isNotFound();
        read(stranger, "/api/v1/charges/" + uin + "/qr").expectStatus().isNotFound();
        read(stranger, "/api/v1/payments/" + id).expectStatus().isNotFound();
        assertThat(body(read(stranger, "/api/v1/charges").expectStatus().isOk()).get("items"))
                .isEmpty();
    }

    private UUID paymentOf(String uin) {
        return jdbc.sql("""
                        select l.payment_id from payment_charge l join charge c on c.id = l.charge_id where c.uin = :uin
                        """).param("uin", uin).query(UUID.class).optional().orElse(null);
    }

    private List<String> ledger(UUID paymentId) {
        return jdbc.sql("""
                        select account || ' ' || amount from ledger_entry where transaction_id = :id order by line
                        """).param("id", paymentId).query(String.class).list();
    }
}
