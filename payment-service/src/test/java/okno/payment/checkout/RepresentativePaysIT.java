package okno.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.payment.PaymentServiceSetup;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

class RepresentativePaysIT extends PaymentServiceSetup {

    private final String principal = aPerson();
    private final TestToken representative = TestTokens.person(UUID.randomUUID());
    private final String inScope =
            representative.actingFor(principal, UUID.randomUUID(), List.of("ip-registration"), "payments.create");

    @Test
    void pays_what_the_principal_owes_for_a_service_named() {
        String uin = aCharge(principal);
        assertThat(body(open("/api/v1/charges", inScope).expectStatus().isOk()).path("items"))
                .hasSize(1);
        open("/api/v1/charges/" + uin, inScope).expectStatus().isOk();

        JsonNode payment = body(payUnder(inScope, uin).expectStatus().isCreated());

        UUID id = UUID.fromString(payment.get("id").asString());
        open("/api/v1/payments/" + id, inScope).expectStatus().isOk();
        callback(verdict(id, "evt-" + id, "SUCCEEDED", 80000)).expectStatus().isNoContent();
        assertThat(statusOf(uin)).isEqualTo("PAID");
        read(principal, "/api/v1/payments/" + id).expectStatus().isOk();
    }

    @Test
    void charges_and_payments_of_other_services_are_not_there() {
        String uin = aCharge(principal);
        UUID paid = aPendingPayment(principal, aCharge(principal));
        String elsewhere = representative.actingFor(
                principal, UUID.randomUUID(), List.of("residence-certificate"), "payments.create");

        assertThat(body(open("/api/v1/charges", elsewhere).expectStatus().isOk())
                        .path("items"))
                .isEmpty();
        open("/api/v1/charges/" + uin, elsewhere).expectStatus().isNotFound();
        open("/api/v1/charges/" + uin + "/qr", elsewhere).expectStatus().isNotFound();
        open("/api/v1/payments/" + paid, elsewhere).expectStatus().isNotFound();
        payUnder(elsewhere, uin).expectStatus().isNotFound();
        payUnder(inScope, aCharge(aPerson())).expectStatus().isNotFound();
    }

    @Test
    void without_the_permission_nothing_is_open_and_with_it_nothing_else() {
        String uin = aCharge(principal);
        String without = representative.actingFor(
                principal, UUID.randomUUID(), List.of("ip-registration"), "applications.submit");
        refused(open("/api/v1/charges", without));
        refused(open("/api/v1/charges/" + uin, without));
        refused(payUnder(without, uin));
        refused(open("/api/v1/payments/" + UUID.randomUUID() + "/receipt", inScope));
    }

    private static void refused(ResponseSpec answer) {
        answer.expectStatus().isForbidden().expectBody().jsonPath("$.code").isEqualTo("poa_no_power");
    }

    private ResponseSpec open(String path, String acting) {
        return http.get()
                .uri(path)
                .header("Authorization", representative.bearer())
                .header("Okno-Acting", acting)
                .exchange();
    }

    private ResponseSpec payUnder(String acting, String uin) {
        return http.post()
                .uri("/api/v1/payments")
                .header("Authorization", representative.bearer())
                .header("Okno-Acting", acting)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("uins", List.of(uin), "method", "CARD"))
                .exchange();
    }
}
