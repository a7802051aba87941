package okno.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import okno.local.infra.Realm;
import okno.local.machine.Port;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The realm follows its definition while Keycloak runs and people are logged in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealmDefinitionIT {

    static final JsonMapper JSON = new JsonMapper();
    static final String PASSWORD = "Long-enough-1-password";

    final Infrastructure running = Infrastructure.running();
    final ObjectNode definition = definition();

    @AfterEach
    void back() {
        apply(definition());
    }

    @Test
    void the_same_definition_again_changes_nothing() {
        apply(definition);
        JsonNode before = running.admin("/admin-events?resourceTypes=REALM");

        assertThat(apply(definition)).isFalse();

        assertThat(running.admin("/admin-events?resourceTypes=REALM")).isEqualTo(before);
    }

    @Test
    void other_addresses_are_those_of_the_client_within_twenty_seconds_and_nobody_is_logged_out() {
        var tokens = running.logins.login("citizen2");
        String gateway = running.stack.ports().url(Port.GATEWAY).toString();
        var moved = (ObjectNode) JSON.readTree(definition.toString().replace(gateway, "http://localhost:54321"));

        long from = System.nanoTime();
        boolean changed = apply(moved);
        Duration took = Duration.ofNanos(System.nanoTime() - from);

        assertThat(changed).isTrue();
        assertThat(took).isLessThan(Duration.ofSeconds(20));
        System.getLogger("realm").log(System.Logger.Level.INFO, "Definition applied in {0} ms", took.toMillis());
        assertThat(client("okno-web").get("redirectUris").toString())
                .contains("http://localhost:54321/callback")
                .doesNotContain(gateway);
        assertThat(running.logins.refresh(tokens.refreshToken(), null).accessToken())
                .isNotBlank();
        assertThatThrownBy(() -> running.logins.begin("").form().submit(Map.of()))
                .isInstanceOf(Logins.LoginRefused.class);
        apply(definition);
        assertThat(running.logins.login("citizen2").accessToken()).isNotBlank();
    }

    @Test
    void other_steps_of_the_log_in_count_from_the_next_log_in_on() throws Exception {
        running.account("relaxed", PASSWORD, Map.of("phone", "+79163330001", "phoneConfirmed", "true"));
        var relaxed = (ObjectNode)
                JSON.readTree(definition.toString().replace("\"roles\":\"person\"", "\"roles\":\"officer\""));
        assertThat(relaxed).isNotEqualTo(definition);

        assertThat(apply(relaxed)).isTrue();

        Logins.Attempt attempt = running.logins.begin("");
        attempt.form().submit(Map.of("username", "relaxed", "password", PASSWORD));
        var first = claims(running.logins.finish(attempt, null));
        assertThat(first.getStringClaim("acr")).isEqualTo("pwd");
        assertThat(claims(running.logins.login("officer")).getStringClaim("acr"))
                .isEqualTo("2fa");

        // What a service's challenge asks for: the same browser is asked for the second factor alone.
        Logins.Attempt stronger = running.logins.again(attempt, Map.of("acr_values", "2fa"));
        assertThat(stronger.form().shown()).contains("okno-sms-code-form");
        stronger.form()
                .submit(Map.of("code", running.smsTo("+79163330001").getLast().code()));
        var second = claims(running.logins.finish(stronger, null));
        assertThat(second.getStringClaim("acr")).isEqualTo("2fa");
        assertThat(second.getStringClaim("sid")).isEqualTo(first.getStringClaim("sid"));
        assertThat(second.getLongClaim("auth_time")).isGreaterThanOrEqualTo(first.getLongClaim("auth_time"));
    }

    @Test
    void a_log_in_that_may_not_be_older_than_asked_for_begins_anew() throws Exception {
        Logins.Attempt attempt = running.logins.begin("");
        running.logins.answer(attempt, "citizen2", running.logins.password());
        var first = claims(running.logins.finish(attempt, null));
        assertThat(running.logins.again(attempt, Map.of()).form().answer()).containsKey("code");

        // Keycloak counts whole seconds: the log-in must be one old.
        Logins.Attempt fresh = await().until(
                        () -> running.logins.again(attempt, Map.of("acr_values", "2fa", "max_age", "0")),
                        asked -> asked.form().shown().isPresent());
        running.logins.answer(fresh, "citizen2", running.logins.password());

        assertThat(claims(running.logins.finish(fresh, null)).getLongClaim("auth_time"))
                .isGreaterThanOrEqualTo(first.getLongClaim("auth_time"));
    }

    @Test
    void what_a_client_may_ask_for_shrinks_with_the_definition_and_people_keep_what_is_theirs() {
        String id = running.account("keeper", PASSWORD, Map.of(), running.passkey("keeper"));
        var citizen = (ObjectNode) running.admin("/users/" + idOf("citizen"));
        running.admin("PUT", "/users/" + idOf("citizen"), citizen.put("firstName", "Changed"));
        definition.get("scopeMappings").forEach(mapping -> {
            if (mapping.path("client").asString("").equals("okno-web")) {
                ((ObjectNode) mapping).putArray("roles").add("person").add("officer");
            }
        });

        apply(definition);

        assertThat(running.admin("/clients/" + client("okno-web").get("id").asString() + "/scope-mappings/realm")
                        .findValuesAsString("name"))
                .containsExactlyInAnyOrder("person", "officer");
        assertThat(running.admin("/users/" + id).get("username").asString()).isEqualTo("keeper");
        assertThat(running.admin("/users/" + idOf("citizen")).get("firstName").asString())
                .isEqualTo("Changed");
        assertThat(running.logins.login("citizen").accessToken()).isNotBlank();
    }

    @Test
    void only_administrators_of_the_realm_may() {
        var answer = Forms.request(
                running.stack.ports().url(Port.KEYCLOAK).resolve("/admin/realms/okno/okno-definition"), Map.of());
        answer.setHeader("Content-Type", "application/json")
                .header("Authorization", "Bearer " + running.logins.clientToken("identity-service"))
                .PUT(BodyPublishers.ofString(definition.toString()));

        assertThat(status(answer)).isEqualTo(403);
    }

    private static JWTClaimsSet claims(Logins.Tokens tokens) throws Exception {
        return SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet();
    }

    private static int status(HttpRequest.Builder request) {
        try {
            return Forms.send(request.build()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode definition() {
        try {
            return (ObjectNode) JSON.readTree(
                    new Realm(running.stack.layout(), running.stack.ports(), running.stack.secrets()).definition());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether Keycloak says that something changed */
    private boolean apply(JsonNode wanted) {
        var answer = running.admin("PUT", "/okno-definition", wanted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("changed").asBoolean();
    }

    private JsonNode client(String clientId) {
        return running.admin("/clients?clientId=" + clientId).get(0);
    }

    private String idOf(String user) {
        return running.admin("/users?exact=true&username=" + user)
                .get(0)
                .get("id")
                .asString();
    }
}
