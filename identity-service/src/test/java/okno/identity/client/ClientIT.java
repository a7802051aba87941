package okno.identity.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

class ClientIT extends ClientRegistryIT {

    @Test
    void a_client_is_asked_for_approved_by_somebody_else_and_made_in_keycloak() {
        JsonNode asked = request(wish(key("k1"), Map.of("redirectUris", List.of("https://erp.example/back"))));
        String id = asked.get("id").asString();
        assertThat(asked.get("status").asString()).isEqualTo("REQUESTED");
        assertThat(asked.get("clientId").asString()).isEqualTo("app-" + id);
        assertThat(asked.at("/quota/perSecond").asLong()).isEqualTo(10);

        JsonNode approved = json(asAdmin("/" + id + "/decision", Map.of("approved", true, "plan", "STANDARD")), 200);
        assertThat(approved.at("/quota/plan").asString()).isEqualTo("STANDARD");

        awaitStatus(id, "ACTIVE");
        KEYCLOAK.verify(putRequestedFor(urlEqualTo("/okno-clients/" + id))
                .withRequestBody(matchingJsonPath("$[?(@.clientId == 'app-" + id + "')]"))
                .withRequestBody(matchingJsonPath("$.attributes[?(@['okno.registered'] == 'true')]"))
                .withRequestBody(matchingJsonPath("$.attributes[?(@['dpop.bound.access.tokens'] == 'true')]"))
                .withRequestBody(matchingJsonPath("$[?(@.standardFlowEnabled == true)]"))
                .withRequestBody(matchingJsonPath("$.optionalClientScopes[?(@ == 'okno.applications')]")));
        assertThat(TestEvents.about(TOPIC, id))
                .extracting(event -> event.data().get("status").asString())
                .startsWith("REQUESTED", "APPROVED");
        assertThat(firstEvent(TOPIC, id)).contains(org.toString());
    }

    @Test
    void nobody_decides_on_a_request_of_their_own_and_nobody_twice() {
        String own = json(asAdmin("", wish(key("k1"), Map.of())), 201).get("id").asString();
        problem(asAdmin("/" + own + "/decision", Map.of("approved", true)), 403, "client_own_request");

        String id = request(wish(key("k1"), Map.of())).get("id").asString();
        problem(asAdmin("/" + id + "/decision", Map.of("approved", false)), 422, "required");
        JsonNode refused =
                json(asAdmin("/" + id + "/decision", Map.of("approved", false, "reason", "Назначение неясно")), 200);
        assertThat(refused.get("reason").asString()).isEqualTo("Назначение неясно");
        problem(asAdmin("/" + id + "/decision", Map.of("approved", true)), 409, "client_status");
        problem(asHead("POST", "/" + id + "/decision", Map.of("approved", true)), 403, "forbidden");
    }

    @Test
    void another_company_and_a_mere_person_find_nothing() {
        String id = request(wish(key("k1"), Map.of())).get("id").asString();
        String other = head.acting(UUID.randomUUID(), "7702000010", "1027702000010", "clients.manage");
        problem(call(head, other, "GET", "/" + id, null), 404, "not_found");
        problem(call(head, other, "PUT", "/" + id + "/keys", Map.of("jwks", set(key("k2")))), 404, "not_found");
        problem(call(head, null, "GET", "/" + id, null), 403, "client_owner_required");
        String without = head.acting(org, "7701000017", "1027701000017", "applications.submit");
        problem(call(head, without, "GET", "/" + id, null), 403, "permission_missing");
        assertThat(json(asHead("GET", "?limit=5", null), 200).get("items").size())
                .isOne();
        assertThat(json(call(ADMIN, null, "GET", "?status=REQUESTED&limit=100", null), 200)
                        .get("items")
                        .toString())
                .contains(id);
    }

    @Test
    void a_suspended_client_is_told_to_all_and_disabled_in_keycloak_until_it_is_resumed() {
        String id = active();
        KEYCLOAK.stubFor(
                put(urlMatching("/okno-clients/.*")).willReturn(aResponse().withStatus(204)));

        json(asHead("POST", "/" + id + "/suspension", Map.of("reason", "Утечка ключа")), 200);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> KEYCLOAK.verify(putRequestedFor(urlEqualTo("/okno-clients/" + id))
                        .withRequestBody(matchingJsonPath("$[?(@.enabled == false)]"))));
        await().untilAsserted(
                        () -> assertThat(TestEvents.about(TOPIC, id).toString()).contains("SUSPENDED"));
        String machine = TestTokens.client("app-" + id).bearer();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> http.get()
                .uri("/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, machine)
                .exchange()
                .expectStatus()
                .isUnauthorized());
        problem(asHead("DELETE", "/" + id + "/suspension", null), 403, "forbidden");

        json(call(ADMIN, null, "DELETE", "/" + id + "/suspension", null), 200);

        awaitStatus(id, "ACTIVE");
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> http.get()
                .uri("/api/v1/me")
                .header(HttpHeaders.AUTHORIZATION, machine)
                .exchange()
                .expectStatus()
                .isForbidden());
    }

    @Test
    void a_closed_client_is_deleted_in_keycloak_and_stays_closed() {
        String id = active();
        asHead("DELETE", "/" + id, null).expectStatus().isNoContent();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> KEYCLOAK.verify(deleteRequestedFor(urlEqualTo("/okno-clients/" + id))));
        problem(asHead("POST", "/" + id + "/suspension", Map.of("reason", "Утечка ключа")), 409, "client_status");
    }

    @Test
    void what_is_wrong_with_a_wish_is_said_by_pointer() {
        JsonNode faults = JSON.readTree(body(
                        asHead(
                                "POST",
                                "",
                                wish(
                                        key("k1"),
                                        Map.of(
                                                "redirectUris",
                                                List.of("https://erp.example/*", "http://erp.example/back"),
                                                "agency",
                                                "fns"))),
                        422))
                .get("errors");
        assertThat(faults.toString())
                .contains("/redirectUris/0", "/redirectUris/1", "redirect_uri_unsuitable")
                .contains("/agency", "client_agency_unsuitable");
        problem(
                asHead("POST", "", wish(key("k1"), Map.of("scopes", List.of("okno.everything")))),
                422,
                "scope_unknown");
    }
}
