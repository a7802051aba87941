package okno.local.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import okno.local.machine.Port;
import okno.local.machine.Ports;
import okno.local.machine.Secrets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SandboxTest {

    static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    @TempDir
    static Path secrets;

    static Sandbox sandbox;
    static WireMockServer merchant;
    static URI base;
    static int smtpPort;
    static final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        Ports ports = Ports.free();
        merchant = new WireMockServer(options().bindAddress("127.0.0.1").port(ports.of(Port.GATEWAY)));
        merchant.start();
        base = ports.url(Port.SANDBOX);
        smtpPort = ports.of(Port.SMTP);
        sandbox = new Sandbox(new SandboxSettings(
                base.getPort(),
                smtpPort,
                ports.url(Port.GATEWAY),
                ports.url(Port.GATEWAY),
                "key",
                SECRET,
                "civil",
                "verifier",
                secrets));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
        merchant.stop();
    }

    @Test
    void registers_know_the_people_of_the_demo_and_whom_they_were_told_of() throws Exception {
        Map<String, String> key = Map.of("Authorization", "Bearer civil");
        assertThat(send("GET", "/registers/v1/passports/4510/123451", null, key).body())
                .contains("Иванова", "VALID");
        assertThat(send("GET", "/registers/v1/insured/10000000110", null, key).body())
                .contains("\"deceased\":false");
        assertThat(send("GET", "/registers/v1/insured/11223344595", null, key).statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/registers/v1/insured/10000000110", null, Map.of())
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("PUT", "/registers/v1/people", """
                        {"snils":"11223344595","series":"4511","number":"000001","issueDate":"2011-01-01",
                         "lastName":"Новая","firstName":"Анна","birthDate":"1991-01-01","passportStatus":"VOID"}""", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(send("GET", "/registers/v1/passports/4511/000001", null, key).body())
                .contains("VOID");
    }

    @Test
    void a_verifier_signs_whom_it_saw_for_one_session() throws Exception {
        merchant.stubFor(post("/testimonies").willReturn(ok()));
        String opened = send(
                        "POST",
                        "/bank/verifier/v1/sessions",
                        "{\"reference\":\"r1\",\"callbackUrl\":\"%s/testimonies\",\"returnUrl\":\"%s/back\"}"
                                .formatted(merchant.baseUrl(), merchant.baseUrl()),
                        Map.of("Authorization", "Bearer verifier"))
                .body();
        String page = Call.JSON.readTree(opened).path("page").asString();
        String path = URI.create(page).getPath() + "/verification";

        assertThat(send("POST", path, "outcome=seen&snils=11223344595&family_name=X", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(send("POST", path, "outcome=seen", Map.of()).statusCode()).isEqualTo(404);

        await().untilAsserted(() -> merchant.verify(1, postRequestedFor(urlEqualTo("/testimonies"))));
        var jwt = SignedJWT.parse(merchant.findAll(postRequestedFor(urlEqualTo("/testimonies")))
                .getFirst()
                .getBodyAsString());
        assertThat(jwt.verify(new ECDSAVerifier(
                        new Secrets(secrets).signingKey("verifier-bank").toECPublicKey())))
                .isTrue();
        assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo("r1");
        assertThat(jwt.getJWTClaimsSet().getStringClaim("snils")).isEqualTo("11223344595");
    }

    @Test
    void the_provider_wants_its_key() throws Exception {
        assertThat(send("POST", "/provider/v1/sessions", "{}", Map.of()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_payment_ends_in_a_signed_callback_that_is_repeated_until_taken() throws Exception {
        merchant.stubFor(post("/callbacks")
                .inScenario("refused once")
                .willReturn(serviceUnavailable())
                .willSetStateTo("willing"));
        merchant.stubFor(post("/callbacks")
                .inScenario("refused once")
                .whenScenarioStateIs("willing")
                .willReturn(noContent()));
        JsonNode session = open("payment-1");

        HttpResponse<String> paid = form(session, "outcome=pay");

        assertThat(paid.statusCode()).isEqualTo(303);
        assertThat(paid.headers().firstValue("Location")).contains("http://localhost/back");
        await().untilAsserted(() -> assertThat(callbacks()).hasSize(2));
        for (LoggedRequest callback : callbacks()) {
            new Webhook(SECRET).verify(callback.getBodyAsString(), lowerCase(callback));
        }
        JsonNode told = Call.JSON.readTree(callbacks().getFirst().getBody());
        assertThat(told.get("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(told.get("merchantPaymentId").asString()).isEqualTo("payment-1");
        assertThat(told.get("amount").asLong()).isEqualTo(80_000);
        assertThat(callbacks().stream()
                        .map(callback -> callback.getHeader("webhook-id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void the_same_key_opens_one_session_and_the_first_outcome_counts() throws Exception {
        JsonNode session = open("payment-2");

        form(session, "outcome=decline");
        form(session, "outcome=pay");

        JsonNode again = open("payment-2");
        assertThat(again.get("sessionId")).isEqualTo(session.get("sessionId"));
        assertThat(again.get("status").asString()).isEqualTo("DECLINED");
    }

    @Test
    void an_sms_is_kept_once_and_shown() throws Exception {
        String sms = """
                {"clientMessageId":"m1","to":"+79160000001","text":"Код <123456>"}""";
        send("POST", "/sms/v1/messages", sms, Map.of());
        assertThat(send("POST", "/sms/v1/messages", sms, Map.of()).statusCode()).isEqualTo(202);

        JsonNode messages = messages("sms", "+79160000001");

        assertThat(messages.size()).isEqualTo(1);
        assertThat(messages.get(0).get("text").asString()).isEqualTo("Код <123456>");
        assertThat(send("GET", "/sandbox", null, Map.of()).body()).contains("Код &lt;123456&gt;");
    }

    @Test
    void a_mail_is_kept_and_shown() throws Exception {
        Properties smtp = new Properties();
        smtp.put("mail.smtp.host", "localhost");
        smtp.put("mail.smtp.port", Integer.toString(smtpPort));
        var mail = new jakarta.mail.internet.MimeMessage(jakarta.mail.Session.getInstance(smtp));
        mail.setFrom("no-reply@okno.example");
        mail.setRecipients(jakarta.mail.Message.RecipientType.TO, "citizen@okno.example");
        mail.setSubject("Заявление принято", "UTF-8");
        mail.setText("Здравствуйте", "UTF-8");

        jakarta.mail.Transport.send(mail);

        await().untilAsserted(() -> {
            JsonNode messages = messages("mail", "citizen@okno.example");
            assertThat(messages.size()).isEqualTo(1);
            assertThat(messages.get(0).get("subject").asString()).isEqualTo("Заявление принято");
            assertThat(messages.get(0).get("text").asString()).contains("Здравствуйте");
        });
    }

    @Test
    void the_agency_answers_a_challenge_only_when_the_signature_verifies() throws Exception {
        send("PUT", "/agency/secret", "{\"secret\":\"" + SECRET + "\"}", Map.of());
        String challenge = """
                {"type":"okno.endpoint.challenge","data":{"challenge":"abc"}}""";

        HttpResponse<String> honest = send("POST", "/agency/webhooks", challenge, signed("msg_1", challenge));
        HttpResponse<String> forged =
                send("POST", "/agency/webhooks", challenge.replace("abc", "xyz"), signed("msg_2", challenge));

        assertThat(honest.statusCode()).isEqualTo(200);
        assertThat(Call.JSON.readTree(honest.body()).get("challenge").asString())
                .isEqualTo("abc");
        assertThat(forged.statusCode()).isEqualTo(401);
        JsonNode deliveries = Call.JSON.readTree(
                send("GET", "/agency/deliveries", null, Map.of()).body());
        assertThat(deliveries.get(0).get("verified").asBoolean()).isTrue();
        assertThat(deliveries.get(1).get("verified").asBoolean()).isFalse();
    }

    @Test
    void an_agency_told_to_work_by_itself_decides_each_submitted_application_once() throws Exception {
        merchant.stubFor(post("/realms/okno/protocol/openid-connect/token")
                .willReturn(okJson("{\"access_token\":\"agency\",\"token_type\":\"Bearer\"}")));
        merchant.stubFor(any(urlPathMatching("/api/v1/agency/applications/.*")).willReturn(okJson("{}")));
        send("PUT", "/agency/secret", "{\"secret\":\"" + SECRET + "\"}", Map.of());
        assertThat(send("PUT", "/agency/mode", "{\"auto\":true}", Map.of()).statusCode())
                .isEqualTo(204);
        String submitted = """
                {"type":"okno.application.submitted.v1","data":{"applicationId":"0198c0de-0000-7000-8000-0000000000aa"}}""";

        assertThat(send("POST", "/agency/webhooks", submitted, signed("msg_3", submitted))
                        .statusCode())
                .isEqualTo(204);
        send("POST", "/agency/webhooks", submitted, signed("msg_3", submitted));

        var decision = postRequestedFor(
                        urlEqualTo("/api/v1/agency/applications/0198c0de-0000-7000-8000-0000000000aa/decision"))
                .withHeader("Authorization", equalTo("Bearer agency"))
                .withRequestBody(equalToJson("{\"decision\":\"APPROVED\"}"));
        await().untilAsserted(() -> merchant.verify(1, decision));
        assertThat(send("PUT", "/agency/mode", "{\"fail\":1}", Map.of()).statusCode())
                .isEqualTo(204);
        assertThat(send("POST", "/agency/webhooks", submitted, signed("msg_4", submitted))
                        .statusCode())
                .isEqualTo(503);
        merchant.verify(1, decision);
    }

    @Test
    void a_developer_makes_the_provider_slow_and_quick_again() throws Exception {
        admin("POST", "mappings", """
                {"priority":1,"request":{"method":"POST","urlPath":"/provider/v1/sessions"},
                 "response":{"fixedDelayMilliseconds":1200,"transformers":["sandbox"],
                             "transformerParameters":{"answer":"open-session"}}}""");
        long begun = System.nanoTime();
        JsonNode session = open("payment-slow");
        Duration slow = Duration.ofNanos(System.nanoTime() - begun);

        admin("POST", "mappings/reset", "");
        begun = System.nanoTime();
        JsonNode again = open("payment-slow");

        assertThat(slow).isGreaterThan(Duration.ofMillis(1200));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1200));
        assertThat(again.get("sessionId")).isEqualTo(session.get("sessionId"));
    }

    @Test
    void a_developer_makes_the_sms_gateway_fail_and_work_again() throws Exception {
        String sms = """
                {"clientMessageId":"m-fail","to":"+79160000009","text":"Код 654321"}""";
        admin("POST", "mappings", """
                {"priority":1,"request":{"method":"POST","urlPath":"/sms/v1/messages"},"response":{"status":503}}""");

        assertThat(send("POST", "/sms/v1/messages", sms, Map.of()).statusCode()).isEqualTo(503);
        assertThat(messages("sms", "+79160000009").size()).isZero();

        admin("POST", "mappings/reset", "");
        assertThat(send("POST", "/sms/v1/messages", sms, Map.of()).statusCode()).isEqualTo(202);
        assertThat(messages("sms", "+79160000009").size()).isEqualTo(1);
    }

    @Test
    void a_developer_makes_the_provider_hang_up_after_it_has_opened_the_session() throws Exception {
        admin("POST", "mappings", """
                {"priority":1,"request":{"method":"POST","urlPath":"/provider/v1/sessions"},
                 "response":{"fault":"CONNECTION_RESET_BY_PEER","transformers":["sandbox"],
                             "transformerParameters":{"answer":"open-session"}}}""");
        assertThatThrownBy(() -> open("payment-reset")).isInstanceOf(IOException.class);
        admin("POST", "mappings/reset", "");

        assertThat(open("payment-reset").get("status").asString()).isEqualTo("CREATED");
    }

    @Test
    void what_nobody_offers_is_answered_404_in_json() throws Exception {
        HttpResponse<String> answer = send("GET", "/provider/v2/sessions", null, Map.of());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Call.JSON.readTree(answer.body()).get("error").asString()).isEqualTo("nothing here");
    }

    private static void admin(String method, String path, String body) throws Exception {
        assertThat(send(method, "/__admin/" + path, body, Map.of()).statusCode())
                .isBetween(200, 201);
    }

    private static Map<String, String> signed(String id, String body) throws Exception {
        long now = Instant.now().getEpochSecond();
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(now),
                "webhook-signature", new Webhook(SECRET).sign(id, now, body));
    }

    private static List<LoggedRequest> callbacks() {
        return merchant.findAll(postRequestedFor(urlEqualTo("/callbacks"))
                .withRequestBody(matchingJsonPath("$.merchantPaymentId", equalTo("payment-1"))));
    }

    private static Map<String, List<String>> lowerCase(LoggedRequest callback) {
        return callback.getHeaders().all().stream()
                .collect(Collectors.toMap(header -> header.key().toLowerCase(Locale.ROOT), HttpHeader::values));
    }

    private static JsonNode open(String payment) throws Exception {
        String body = """
                {"merchantPaymentId":"%s","amount":80000,"currency":"RUB","description":"Пошлина",
                 "returnUrl":"http://localhost/back","callbackUrl":"http://localhost:%d/callbacks"}""".formatted(payment, merchant.port());
        var answer = send(
                "POST",
                "/provider/v1/sessions",
                body,
                Map.of("Authorization", "Bearer key", "Idempotency-Key", payment));
        assertThat(answer.statusCode()).isEqualTo(201);
        return Call.JSON.readTree(answer.body());
    }

    private static HttpResponse<String> form(JsonNode session, String body) throws Exception {
        URI page = URI.create(session.get("pageUrl").asString() + "/payment");
        return http.send(
                HttpRequest.newBuilder(page).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static JsonNode messages(String channel, String to) throws Exception {
        String query = "?channel=%s&to=%s".formatted(channel, URLEncoder.encode(to, StandardCharsets.UTF_8));
        return Call.JSON.readTree(
                send("GET", "/sandbox/messages" + query, null, Map.of()).body());
    }

    private static HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
