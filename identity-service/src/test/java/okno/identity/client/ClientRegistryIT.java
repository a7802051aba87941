package okno.identity.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.identity.IdentityIT;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry of client applications as a company and an administrator call it; Keycloak takes whatever it is told. */
abstract class ClientRegistryIT extends IdentityIT {

    static final JsonMapper JSON = new JsonMapper();
    static final String TOPIC = "okno.identity.client.v1";
    static final TestToken ADMIN = TestTokens.admin(UUID.randomUUID().toString());

    final TestToken head = TestTokens.person(UUID.randomUUID());
    final UUID org = UUID.randomUUID();
    final String acting = head.acting(org, "7701000017", "1027701000017", "clients.manage");

    @BeforeEach
    void keycloak_takes_all() {
        KEYCLOAK.stubFor(
                put(urlMatching("/okno-clients/.*")).willReturn(aResponse().withStatus(201)));
        KEYCLOAK.stubFor(
                delete(urlMatching("/okno-clients/.*")).willReturn(aResponse().withStatus(204)));
    }

    JsonNode request(Map<String, Object> wish) {
        return json(asHead("POST", "", wish), 201);
    }

    String active() {
        return active(key("k1"));
    }

    String active(String key) {
        String id = request(wish(key, Map.of())).get("id").asString();
        json(asAdmin("/" + id + "/decision", Map.of("approved", true)), 200);
        awaitStatus(id, "ACTIVE");
        return id;
    }

    void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(10)).until(() -> json(asHead("GET", "/" + id, null), 200)
                .get("status")
                .asString()
                .equals(status));
    }

    void awaitKeys(String id, String... kids) {
        String wanted = "\"" + String.join("\",\"", kids) + "\"";
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            String last = KEYCLOAK.findAll(putRequestedFor(urlEqualTo("/okno-clients/" + id))).stream()
                    .map(call -> JSON.readTree(call.getBodyAsString())
                            .at("/attributes/jwks.string")
                            .asString())
                    .reduce("{\"keys\":[]}", (before, after) -> after);
            assertThat(JSON.readTree(last).get("keys").valueStream().map(k -> k.get("kid")
                            .toString()))
                    .containsExactlyInAnyOrder(wanted.split(","));
        });
    }

    static Map<String, Object> wish(String key, Map<String, Object> more) {
        var wish = new HashMap<String, Object>(Map.of(
                "name",
                "ERP Ромашка",
                "purpose",
                "Подача отчётности из учётной системы",
                "scopes",
                List.of("okno.applications", "okno.registries"),
                "jwks",
                set(key)));
        wish.putAll(more);
        return wish;
    }

    static Map<String, Object> set(String key) {
        return Map.of("keys", List.of(JSON.readValue(key, Map.class)));
    }

    static String key(String kid) {
        try {
            JWK key = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
            return key.toPublicJWK().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String rsaKey(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate().toPublicJWK().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    ResponseSpec asHead(String method, String path, @Nullable Object body) {
        return call(head, acting, method, path, body);
    }

    ResponseSpec asAdmin(String path, Object body) {
        return call(ADMIN, null, "POST", path, body);
    }

    ResponseSpec call(TestToken who, @Nullable String acting, String method, String path, @Nullable Object body) {
        var request = http.method(HttpMethod.valueOf(method))
                .uri("/api/v1/clients" + path)
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (acting != null) {
            request.header("Okno-Acting", acting);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
        }
        return request.exchange();
    }

    static JsonNode json(ResponseSpec answer, int status) {
        return JSON.readTree(body(answer, status));
    }

    static void problem(ResponseSpec answer, int status, String code) {
        assertThat(body(answer, status)).contains("\"code\":\"" + code + "\"");
    }

    static String body(ResponseSpec answer, int status) {
        var result = answer.expectBody(String.class).returnResult();
        assertThat(result.getStatus().value()).as(result.getResponseBody()).isEqualTo(status);
        return String.valueOf(result.getResponseBody());
    }
}
