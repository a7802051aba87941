package okno.payment.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import okno.payment.PaymentServiceSetup;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;

class PersonExportIT extends PaymentServiceSetup {

    @Test
    void gives_charges_and_payments_to_identity_service_alone() {
        String person = aPerson();
        String uin = aCharge(person);
        UUID payment = aPendingPayment(person, uin);
        String strangers = aCharge(aPerson());

        String copy = copy(TestTokens.service("identity-service").bearer(), person, 200);
        assertThat(copy)
                .contains("\"section\":\"charges\"", uin, "\"section\":\"payments\"", "\"method\":\"CARD\"")
                .doesNotContain(strangers)
                .endsWith("{\"lines\":2}\n");
        assertThat(statusOf(payment)).isNotEmpty();
        for (String other : new String[] {
            TestTokens.person(person).bearer(),
            TestTokens.admin().bearer(),
            TestTokens.service("application-service").bearer()
        }) {
            copy(other, person, 403);
        }
    }

    private String copy(String bearer, String person, int status) {
        return new String(
                http.get()
                        .uri("/internal/persons/" + person + "/export")
                        .header("Authorization", bearer)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(status)
                        .returnResult(byte[].class)
                        .getResponseBodyContent(),
                UTF_8);
    }
}
