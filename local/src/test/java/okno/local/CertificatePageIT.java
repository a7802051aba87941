package okno.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okno.local.machine.Port;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's half of the log-in by certificate; identity-service, which judges the signature, is played. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CertificatePageIT {

    static final JsonMapper JSON = new JsonMapper();
    static final String PASSWORD = "Long-enough-1-password";

    final Infrastructure running = Infrastructure.running();
    final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    volatile String judgement = "{\"personId\":null,\"reasons\":[\"signature_malformed\"]}";
    HttpServer judge;

    @BeforeEach
    void play() throws IOException {
        judge = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), running.stack.ports().of(Port.IDENTITY)),
                0);
        judge.createContext("/internal/certificate-logins", exchange -> {
            asked.add(JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", ""));
            byte[] answer = judgement.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        judge.start();
    }

    @AfterEach
    void stop() {
        judge.stop(0);
    }

    @Test
    void whose_signature_it_is_logs_in_at_the_highest_level_with_no_other_question() throws Exception {
        String id = running.account("signer", PASSWORD, Map.of());
        judgement = "{\"personId\":\"" + id + "\",\"reasons\":[]}";
        Logins.Attempt attempt = certificatePage(Map.of());
        String text = attempt.form().textToSign();
        attempt.form().submit(Map.of("signature", "c2lnbmF0dXJl"));

        JWTClaimsSet claims = SignedJWT.parse(
                        running.logins.finish(attempt, null).accessToken())
                .getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getStringClaim("acr")).isEqualTo("qes");
        assertThat(asked.getLast().get("text").asString()).isEqualTo(text);
        assertThat(asked.getLast().get("signature").asString()).isEqualTo("c2lnbmF0dXJl");
    }

    @Test
    void keycloak_asks_in_its_own_name_with_a_token_that_every_service_takes() throws Exception {
        Logins.Attempt attempt = certificatePage(Map.of());
        attempt.form().submit(Map.of("signature", "c2lnbmF0dXJl"));

        SignedJWT token = SignedJWT.parse(tokens.getLast());
        JWKSet keys = JWKSet.load(
                URI.create(running.stack.ports().url(Port.KEYCLOAK) + "/realms/okno/protocol/openid-connect/certs")
                        .toURL());
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(running.stack.ports().url(Port.KEYCLOAK) + "/realms/okno");
        assertThat(claims.getAudience()).containsExactly("okno-api");
        assertThat(claims.getStringClaim("azp")).isEqualTo("keycloak");
        assertThat(claims.getStringClaim("typ")).isEqualTo("Bearer");
        assertThat(claims.getJSONObjectClaim("realm_access").toString()).contains("service");
    }

    @Test
    void a_refusal_says_why_and_every_page_has_a_text_of_its_own() {
        judgement = "{\"personId\":null,\"reasons\":[\"expired\",\"chain_unknown\"]}";
        Logins.Attempt attempt = certificatePage(Map.of());
        String first = attempt.form().textToSign();
        attempt.form().submit(Map.of("signature", "c2lnbmF0dXJl"));

        assertThat(attempt.form().fault()).contains("Срок действия сертификата истёк.");
        String second = attempt.form().textToSign();
        assertThat(second).isNotEqualTo(first);
        attempt.form().submit(Map.of("signature", "c2lnbmF0dXJl"));
        assertThat(asked.getLast().get("text").asString())
                .as("an old signature meets a new text")
                .isEqualTo(second);

        attempt.form().submit(Map.of("signature", "A".repeat(70_000)));
        assertThat(attempt.form().fault()).contains("Подпись слишком велика.");
        attempt.form().submit(Map.of("signature", ""));
        assertThat(attempt.form().fault()).contains("Передайте подпись.");
        assertThat(asked).hasSize(2);
    }

    @Test
    void without_a_judge_nobody_is_let_in() {
        judge.stop(0);
        Logins.Attempt attempt = certificatePage(Map.of());
        attempt.form().submit(Map.of("signature", "c2lnbmF0dXJl"));

        assertThat(attempt.form().fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("нельзя"));
        assertThatThrownBy(attempt.form()::answer).isInstanceOf(Logins.LoginRefused.class);
    }

    @Test
    void the_certificate_of_somebody_else_does_not_raise_the_level_of_a_log_in() throws Exception {
        String other = running.account("other-signer", PASSWORD, Map.of());
        judgement = "{\"personId\":\"" + other + "\",\"reasons\":[]}";
        Logins.Attempt attempt = running.logins.begin("qes");
        running.logins.answer(attempt, "citizen2", running.logins.password());
        assertThat(attempt.form().shown()).contains("okno-certificate-form");
        attempt.form().submit(Map.of("signature", "c2lnbmF0dXJl"));
        assertThat(attempt.form().fault()).contains("Этот сертификат принадлежит другому человеку.");

        judgement = "{\"personId\":\"0198c0de-0000-7000-8000-000000000002\",\"reasons\":[]}";
        attempt.form().submit(Map.of("signature", "c2lnbmF0dXJl"));
        assertThat(SignedJWT.parse(running.logins.finish(attempt, null).accessToken())
                        .getJWTClaimsSet()
                        .getStringClaim("acr"))
                .isEqualTo("qes");
    }

    private Logins.Attempt certificatePage(Map<String, String> more) {
        Logins.Attempt attempt = running.logins.begin(more);
        attempt.form().otherWay("Сертификат");
        return attempt;
    }
}
