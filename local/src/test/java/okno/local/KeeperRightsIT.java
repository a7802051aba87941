package okno.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.local.machine.Port;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What identity-service's own account may do at Keycloak, and what whoever steals its key may not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeeperRightsIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "Long-enough-1-password";

    final Infrastructure running = Infrastructure.running();
    final String token = running.logins.clientToken("identity-service");

    private record Call(
            String method, String path, @Nullable Object body) {}

    @Test
    void the_administration_itself_is_closed() {
        String admin = idOf("admin");
        String web =
                running.admin("/clients?clientId=okno-web").get(0).get("id").asString();
        for (Call call : List.of(
                new Call("PUT", "", Map.of("realm", "okno", "bruteForceProtected", false)),
                new Call("GET", "/users", null),
                new Call("POST", "/users", Map.of("username", "made", "enabled", true)),
                new Call("PUT", "/users/" + admin, Map.of("email", "thief@okno.example")),
                new Call("PUT", "/users/" + admin + "/reset-password", Map.of("type", "password", "value", PASSWORD)),
                new Call("DELETE", "/users/" + admin, null),
                new Call("GET", "/users/" + admin + "/role-mappings", null),
                new Call(
                        "POST", "/users/" + idOf("citizen") + "/role-mappings/realm", List.of(Map.of("name", "admin"))),
                new Call("POST", "/clients", Map.of("clientId", "app-mine")),
                new Call("PUT", "/clients/" + web, Map.of("redirectUris", List.of("https://evil.example/*"))),
                new Call("DELETE", "/clients/" + web, null),
                new Call("GET", "/events", null),
                new Call("POST", "/roles", Map.of("name", "mine")),
                new Call("PUT", "/okno-definition", Map.of("realm", "okno")))) {
            assertThat(call(token, call.method(), call.path(), call.body()).statusCode())
                    .as(call.toString())
                    .isEqualTo(403);
        }
    }

    @Test
    void who_works_at_the_portal_is_out_of_reach() {
        for (String worker : List.of("admin", "officer", "integrator", "mfc", "service-account-gateway")) {
            String account = "/okno-accounts/" + idOf(worker);
            for (Call call : List.of(
                    new Call("PUT", account + "/temporary-password", Map.of("value", PASSWORD, "lifeSeconds", 60)),
                    new Call("DELETE", account + "/temporary-password", null),
                    new Call("PUT", account + "/letter?lifespan=60", null),
                    new Call("PATCH", account, Map.of("email", "thief@okno.example")),
                    new Call("PATCH", account, Map.of("attributes", Map.of("phone", "+79990000009"))),
                    new Call("PATCH", account, Map.of("attributes", Map.of("phoneConfirmed", "true"))),
                    new Call("DELETE", account, null))) {
                assertThat(call(token, call.method(), call.path(), call.body()).statusCode())
                        .as(call.toString())
                        .isEqualTo(403);
            }
        }
        // What only makes it harder to get in is done to everybody.
        String officer = "/okno-accounts/" + idOf("officer");
        assertThat(call(token, "PATCH", officer, Map.of("attributes", Map.of("ial", "confirmed")))
                        .statusCode())
                .isEqualTo(204);
        assertThat(call(token, "GET", officer + "/sessions", null).statusCode()).isEqualTo(200);
    }

    @Test
    void an_account_goes_from_its_opening_to_its_end() {
        String name = UUID.randomUUID().toString();
        Map<String, Object> wanted = Map.of(
                "username",
                name,
                "email",
                name + "@okno.example",
                "attributes",
                Map.of("ial", "simplified", "phone", "+79995550001", "locale", "ru"));

        HttpResponse<String> opened = call(token, "POST", "/okno-accounts", wanted);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String location = opened.headers().firstValue("Location").orElseThrow();
        String id = location.substring(location.lastIndexOf('/') + 1);
        assertThat(call(token, "POST", "/okno-accounts", wanted).statusCode()).isEqualTo(409);
        JsonNode named = JSON.readTree(
                call(token, "GET", "/okno-accounts?username=" + name, null).body());
        assertThat(named.get(0).path("id").asString()).isEqualTo(id);
        assertThat(named.get(0).at("/attributes/phoneConfirmed/0").asString()).isEqualTo("false");
        assertThat(running.admin("/users/" + id + "/role-mappings/realm/composite")
                        .findValuesAsString("name"))
                .contains("person")
                .doesNotContain("admin");
        assertThat(call(token, "POST", "/okno-accounts", with(wanted, "attributes", Map.of("agency", "fns")))
                        .statusCode())
                .isEqualTo(400);

        assertThat(call(token, "DELETE", "/okno-accounts/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(call(token, "GET", "/okno-accounts/" + id, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_client_is_one_of_the_registry_or_is_not_written() {
        String id = UUID.randomUUID().toString();
        Map<String, Object> client = partner(id);
        @SuppressWarnings("unchecked")
        Map<String, Object> attributes = (Map<String, Object>) client.get("attributes");
        HttpResponse<String> made = call(token, "PUT", "/okno-clients/" + id, client);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(call(token, "PUT", "/okno-clients/" + id, with(client, "enabled", false))
                        .statusCode())
                .isEqualTo(204);
        String machine = running.admin("/clients/" + id + "/service-account-user")
                .get("id")
                .asString();
        assertThat(running.admin("/users/" + machine + "/role-mappings/realm").findValuesAsString("name"))
                .containsExactly("client");

        for (Map<String, Object> greedy : List.of(
                with(
                        client,
                        "protocolMappers",
                        List.of(mapper("role", Map.of("role", "realm-management.realm-admin")))),
                with(client, "protocolMappers", List.of(mapper("claim", Map.of("claim.name", "realm_access.roles")))),
                with(client, "protocolMappers", List.of(mapper("claim", Map.of("claim.name", "agency", "more", "x")))),
                with(
                        client,
                        "protocolMappers",
                        List.of(mapper("audience", Map.of("included.client.audience", "realm-management")))),
                with(client, "publicClient", true),
                with(client, "fullScopeAllowed", true),
                with(client, "implicitFlowEnabled", true),
                with(client, "directAccessGrantsEnabled", true),
                with(client, "consentRequired", false),
                with(client, "clientAuthenticatorType", "client-secret"),
                with(client, "authorizationServicesEnabled", true),
                with(client, "authorizationSettings", Map.of("policyEnforcementMode", "DISABLED")),
                with(client, "authenticationFlowBindingOverrides", Map.of("browser", "x")),
                with(client, "adminUrl", "http://localhost:9000/"),
                with(client, "clientId", "okno-web"),
                with(client, "attributes", without(attributes, "okno.registered")),
                with(client, "attributes", with(attributes, "jwks.url", "http://localhost:9000/")),
                with(client, "optionalClientScopes", List.of("offline_access")),
                with(client, "defaultClientScopes", List.of("basic", "offline_access")),
                partner(UUID.randomUUID().toString()))) {
            assertThat(call(token, "PUT", "/okno-clients/" + id, greedy).statusCode())
                    .as(greedy.toString())
                    .isEqualTo(403);
        }
        String web =
                running.admin("/clients?clientId=okno-web").get(0).get("id").asString();
        // Within the rules, but not the registry's to change.
        assertThat(call(token, "PUT", "/okno-clients/" + web, partner(web)).statusCode())
                .isEqualTo(403);
        assertThat(call(token, "DELETE", "/okno-clients/" + web, null).statusCode())
                .isEqualTo(403);

        assertThat(call(token, "DELETE", "/okno-clients/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(call(token, "DELETE", "/okno-clients/" + id, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void another_service_and_a_person_have_none_of_it() {
        String citizen = "/okno-accounts/" + idOf("citizen");
        String id = UUID.randomUUID().toString();
        assertThat(call(token, "PUT", "/okno-clients/" + id, partner(id)).statusCode())
                .isEqualTo(201);
        for (String other : List.of(
                running.logins.clientToken("payment-service"),
                running.logins.login("admin").accessToken())) {
            for (Call call : List.of(
                    new Call("GET", "/okno-accounts?username=citizen", null),
                    new Call("POST", "/okno-accounts", Map.of("username", "x", "email", "x@okno.example")),
                    new Call("GET", citizen, null),
                    new Call("PATCH", citizen, Map.of("attributes", Map.of("ial", "confirmed"))),
                    new Call("PUT", citizen + "/letter?lifespan=60", null),
                    new Call("PUT", citizen + "/temporary-password", Map.of("value", PASSWORD, "lifeSeconds", 60)),
                    new Call("DELETE", citizen + "/temporary-password", null),
                    new Call("GET", citizen + "/sessions", null),
                    new Call("DELETE", citizen + "/sessions/x", null),
                    new Call("GET", citizen + "/log-ins/x?at=1", null),
                    new Call("DELETE", citizen, null),
                    new Call("PUT", "/okno-clients/" + id, with(partner(id), "enabled", false)),
                    new Call("DELETE", "/okno-clients/" + id, null))) {
                assertThat(call(other, call.method(), call.path(), call.body()).statusCode())
                        .as(call.toString())
                        .isEqualTo(403);
            }
        }
        assertThat(call(token, "DELETE", "/okno-clients/" + id, null).statusCode())
                .isEqualTo(204);
    }

    /** One of Keycloak's {@code role}, {@code claim} and {@code audience} mappers. */
    private static Map<String, Object> mapper(String what, Map<String, String> config) {
        String kind = what.equals("audience") ? "oidc-audience-mapper" : "oidc-hardcoded-" + what + "-mapper";
        return Map.of("name", what, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }

    private static Map<String, Object> partner(String id) {
        Map<String, Object> client = new HashMap<>(Map.of(
                "id", id,
                "clientId", "app-" + id,
                "protocol", "openid-connect",
                "enabled", true,
                "publicClient", false,
                "clientAuthenticatorType", "client-jwt",
                "serviceAccountsEnabled", true,
                "implicitFlowEnabled", false,
                "directAccessGrantsEnabled", false,
                "fullScopeAllowed", false));
        client.put("consentRequired", true);
        client.put("defaultClientScopes", List.of("basic", "roles", "okno", "okno-registered"));
        client.put(
                "attributes",
                Map.of(
                        "okno.registered", "true",
                        "use.jwks.string", "true",
                        "use.jwks.url", "false",
                        "jwks.string", "{\"keys\":[]}",
                        "dpop.bound.access.tokens", "true",
                        "pkce.code.challenge.method", "S256",
                        "require.pushed.authorization.requests", "true",
                        "access.token.signed.response.alg", "PS256",
                        "id.token.signed.response.alg", "PS256",
                        "token.endpoint.auth.signing.alg", "ES256"));
        return client;
    }

    private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(all);
        changed.put(name, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> all, String name) {
        Map<String, Object> changed = new HashMap<>(all);
        changed.remove(name);
        return changed;
    }

    private String idOf(String user) {
        return running.admin("/users?exact=true&username=" + user)
                .get(0)
                .get("id")
                .asString();
    }

    private HttpResponse<String> call(String bearer, String method, String path, @Nullable Object body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(running.stack.ports().url(Port.KEYCLOAK) + "/admin/realms/okno" + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            return Forms.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
