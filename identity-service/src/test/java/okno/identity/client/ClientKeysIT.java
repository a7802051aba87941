package okno.identity.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

class ClientKeysIT extends ClientRegistryIT {

    @Test
    void a_suspension_is_said_again_while_keycloak_is_away() {
        String id = active();
        KEYCLOAK.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        json(asHead("POST", "/" + id + "/suspension", Map.of("reason", "Утечка ключа")), 200);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(TestEvents.about(TOPIC, id).stream()
                        .filter(event -> event.data().get("status").asString().equals("SUSPENDED")))
                .hasSizeGreaterThan(1));
    }

    @Test
    void keys_are_replaced_with_an_overlap_or_at_once() {
        String first = key("k1");
        String id = active(first);
        KEYCLOAK.stubFor(
                put(urlMatching("/okno-clients/.*")).willReturn(aResponse().withStatus(204)));

        JsonNode both = json(asHead("PUT", "/" + id + "/keys", Map.of("jwks", set(key("k2")))), 200);
        assertThat(both.get("keys").size()).isEqualTo(2);
        assertThat(both.at("/keys/0/kid").asString()).isEqualTo("k1");
        assertThat(both.at("/keys/0/retiresAt").asString()).isNotEmpty();
        awaitKeys(id, "k1", "k2");

        problem(asHead("PUT", "/" + id + "/keys", Map.of("jwks", set(key("k1")))), 422, "key_id_taken");

        problem(asHead("PUT", "/" + id + "/keys", Map.of("jwks", set(rsaKey("k4")))), 422, "key_type_mixed");

        JsonNode one = json(asHead("PUT", "/" + id + "/keys", Map.of("jwks", set(key("k3")), "overlapHours", 0)), 200);
        assertThat(one.get("keys").size()).isOne();
        awaitKeys(id, "k3");
    }

    @Test
    void plans_are_for_services_and_unchanged_ones_are_not_sent_twice() {
        String id = active();
        String gateway = TestTokens.service("gateway").bearer();
        var first = http.get()
                .uri("/internal/client-plans")
                .header(HttpHeaders.AUTHORIZATION, gateway)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(first.getResponseBody()).contains("app-" + id);
        String tag = first.getResponseHeaders().getETag();

        json(call(ADMIN, null, "PUT", "/" + id + "/plan", Map.of("plan", "LARGE")), 200);

        var second = http.get()
                .uri("/internal/client-plans")
                .header(HttpHeaders.AUTHORIZATION, gateway)
                .header(HttpHeaders.IF_NONE_MATCH, String.valueOf(tag))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(second.getResponseBody()).contains("\"app-" + id + "\",\"perSecond\":200");
        http.get()
                .uri("/internal/client-plans")
                .header(HttpHeaders.AUTHORIZATION, ADMIN.bearer())
                .exchange()
                .expectStatus()
                .isForbidden();
    }
}
