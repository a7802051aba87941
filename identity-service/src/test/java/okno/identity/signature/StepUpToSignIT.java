package okno.identity.signature;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.identity.person.domain.Person;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class StepUpToSignIT extends SigningIT {

    private static final String CHALLENGE =
            "error=\"insufficient_user_authentication\", acr_values=\"2fa\", max_age=\"900\"";

    @Test
    void signing_takes_a_second_factor_shown_in_the_last_quarter_of_an_hour() {
        Person person = somebody();
        TestToken token = TestTokens.person(person.id().value());
        Map<String, String> wanted = Map.of("documentSha256", sha256("Заявление".getBytes(UTF_8)), "kind", "SIMPLE");
        for (TestToken weak : List.of(token.acr("pwd"), token.loggedIn(Duration.ofMinutes(16)))) {
            challenged(call(weak, "/api/v1/signatures", wanted));
        }
        NOTIFICATION.verify(0, postRequestedFor(urlEqualTo("/internal/one-time-codes")));

        String id = body(call(token, "/api/v1/signatures", wanted)).path("id").asString();
        String confirmation = "/api/v1/signatures/" + id + "/confirmation";
        challenged(call(token.acr("pwd"), confirmation, Map.of("code", code())));
        challenged(call(token.loggedIn(Duration.ofMinutes(16)), confirmation, Map.of("code", code())));
        call(token.acr("qes"), confirmation, Map.of("code", code()))
                .expectStatus()
                .isOk();
    }

    @Test
    void a_signature_made_outside_takes_it_too() {
        TestToken weak = TestTokens.person(somebody().id().value()).acr("pwd");
        http.post()
                .uri("/api/v1/signatures/" + UUID.randomUUID() + "/outside-signature")
                .header(HttpHeaders.AUTHORIZATION, weak.bearer())
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(parts(Map.of("signature", new byte[] {1})))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private ResponseSpec call(TestToken token, String path, Map<String, ?> body) {
        return http.post()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, token.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsString(body))
                .exchange();
    }

    private static void challenged(ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(HttpStatus.UNAUTHORIZED)
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer " + CHALLENGE, "DPoP " + CHALLENGE)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("second_factor_required");
    }
}
