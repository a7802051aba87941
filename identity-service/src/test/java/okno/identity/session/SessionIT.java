package okno.identity.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.identity.person.domain.Person;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class SessionIT extends IdentityIT {

    @Test
    void lists_where_the_person_is_logged_in() {
        Person person = somebody();
        keycloakKnows(person, "s-1", "s-2");
        http.get()
                .uri("/api/v1/me/sessions")
                .header(HttpHeaders.AUTHORIZATION, bearer(person, "s-1"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.items[0].id")
                .isEqualTo("s-2")
                .jsonPath("$.items[0].current")
                .isEqualTo(false)
                .jsonPath("$.items[0].clients[0]")
                .isEqualTo("okno-web")
                .jsonPath("$.items[1].current")
                .isEqualTo(true);
    }

    @Test
    void an_ended_session_is_announced_and_its_tokens_are_refused_at_once() {
        Person person = somebody();
        String session = UUID.randomUUID().toString();
        keycloakKnows(person, session);
        KEYCLOAK.stubFor(delete(urlEqualTo("/okno-accounts/" + person.id() + "/sessions/" + session))
                .willReturn(aResponse().withStatus(204)));
        String stolen = bearer(person, session);
        String other = bearer(person, "other");

        http.delete()
                .uri("/api/v1/me/sessions/" + session)
                .header(HttpHeaders.AUTHORIZATION, other)
                .exchange()
                .expectStatus()
                .isNoContent();

        KEYCLOAK.verify(1, deleteRequestedFor(urlEqualTo("/okno-accounts/" + person.id() + "/sessions/" + session)));
        String key = UUID.nameUUIDFromBytes(("session:" + session).getBytes(StandardCharsets.UTF_8))
                .toString();
        assertThat(firstEvent("okno.identity.session.v1", key)).contains("\"" + session + "\"");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> http.get()
                .uri("/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, stolen)
                .exchange()
                .expectStatus()
                .isUnauthorized());
        http.get()
                .uri("/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, other)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void another_persons_session_is_not_there() {
        Person person = somebody();
        keycloakKnows(person, "mine");
        http.delete()
                .uri("/api/v1/me/sessions/theirs")
                .header(HttpHeaders.AUTHORIZATION, bearer(person, "mine"))
                .exchange()
                .expectStatus()
                .isNotFound();
        KEYCLOAK.verify(0, deleteRequestedFor(urlPathMatching("/okno-accounts/.*/sessions/theirs")));
    }

    @Test
    void an_account_that_keycloak_does_not_know_has_no_sessions() {
        Person person = somebody();
        KEYCLOAK.stubFor(get(urlEqualTo("/okno-accounts/" + person.id() + "/sessions"))
                .willReturn(aResponse().withStatus(404).withBody("{\"error\":\"User not found\"}")));
        http.get()
                .uri("/api/v1/me/sessions")
                .header(HttpHeaders.AUTHORIZATION, bearer(person, "x"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void says_try_later_when_keycloak_is_down() {
        Person person = somebody();
        KEYCLOAK.stubFor(get(urlEqualTo("/okno-accounts/" + person.id() + "/sessions"))
                .willReturn(aResponse().withStatus(503)));
        http.get()
                .uri("/api/v1/me/sessions")
                .header(HttpHeaders.AUTHORIZATION, bearer(person, "x"))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static void keycloakKnows(Person person, String... sessions) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < sessions.length; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("""
                    {"id":"%s","username":"x","userId":"%s","ipAddress":"10.0.0.%d","start":%d,"lastAccess":%d,
                     "rememberMe":false,"clients":{"0d0f":"okno-web"},"transientUser":false}""".formatted(sessions[i], person.id(), i, 1_790_000_000_000L, 1_790_000_100_000L + i));
        }
        KEYCLOAK.stubFor(
                get(urlEqualTo("/okno-accounts/" + person.id() + "/sessions")).willReturn(okJson("[" + json + "]")));
    }

    private static String bearer(Person person, String session) {
        return TestTokens.person(person.id().value()).sid(session).bearer();
    }
}
