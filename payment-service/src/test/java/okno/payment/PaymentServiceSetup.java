package okno.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.standardwebhooks.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.payment.charge.CreateCharge;
import okno.platform.core.Ids;
import okno.platform.core.Money;
import okno.platform.test.OknoServiceTest;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service with a provider played by WireMock, and the words that its tests are written in. */
@OknoServiceTest
public abstract class PaymentServiceSetup {

    protected static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    protected static final Money DUTY = Money.roubles(80000);
    protected static final String SESSIONS = "/provider/v1/sessions";
    protected static final WireMockServer PROVIDER =
            new WireMockServer(wireMockConfig().dynamicPort().globalTemplating(true));
    protected static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected CreateCharge createCharge;

    protected RestTestClient http;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        PROVIDER.start();
        properties.add("okno.payment.provider.url", PROVIDER::baseUrl);
        properties.add("okno.payment.provider.key", () -> "provider-key");
        properties.add("okno.payment.provider.callback-secret", () -> SECRET);
        properties.add("okno.payment.provider.read-timeout", () -> "1s");
        properties.add("okno.payment.checkout.first-check", () -> "3s");
        properties.add("okno.payment.checkout.poll", () -> "200ms");
    }

    @BeforeEach
    void prepare() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
        PROVIDER.resetAll();
        PROVIDER.stubFor(post(SESSIONS).willReturn(opened()));
        PROVIDER.stubFor(get(urlPathMatching(SESSIONS + "/.*"))
                .willReturn(okJson("{\"sessionId\":\"{{request.path.[3]}}\",\"status\":\"CREATED\"}")));
    }

    protected static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder opened() {
        return aResponse()
                .withStatus(201)
                .withHeader("Content-Type", "application/json")
                .withBody("""
                        {"sessionId":"ses-{{request.headers.Idempotency-Key}}",\
                        "pageUrl":"http://provider/pages/{{request.headers.Idempotency-Key}}"}""");
    }

    protected static String session(UUID paymentId) {
        return "ses-" + paymentId;
    }

    protected static String aPerson() {
        return UUID.randomUUID().toString();
    }

    /** The UIN of a new charge of 800 roubles. */
    protected String aCharge(String personId) {
        UUID applicationId = Ids.next();
        createCharge.handle(new CreateCharge.Command(
                applicationId, "ip-registration", "state-duty.ip-registration", new Payer(personId, null), DUTY));
        return jdbc.sql("select uin from charge where application_id = :id")
                .param("id", applicationId)
                .query(String.class)
                .single();
    }

    protected RestTestClient.ResponseSpec pay(String personId, String... uins) {
        return payAs(TestTokens.person(personId), uins);
    }

    protected RestTestClient.ResponseSpec payAs(TestToken payer, String... uins) {
        return http.post()
                .uri("/api/v1/payments")
                .header("Authorization", payer.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("uins", List.of(uins), "method", "CARD"))
                .exchange();
    }

    /** A payment whose page the person could open now. */
    protected UUID aPendingPayment(String personId, String... uins) {
        JsonNode payment = body(pay(personId, uins).expectStatus().isCreated());
        return UUID.fromString(payment.get("id").asString());
    }

    protected RestTestClient.ResponseSpec read(String personId, String path) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.person(personId).bearer())
                .exchange();
    }

    protected String statusOf(UUID paymentId) {
        return jdbc.sql("select status from payment where id = :id")
                .param("id", paymentId)
                .query(String.class)
                .single();
    }

    protected String statusOf(String uin) {
        return jdbc.sql("select status from charge where uin = :uin")
                .param("uin", uin)
                .query(String.class)
                .single();
    }

    protected static String verdict(UUID paymentId, String eventId, String status, long amount) {
        return """
                {"eventId":"%s","sessionId":"%s","merchantPaymentId":"%s","status":"%s","amount":%d,"currency":"RUB",\
                "providerPaymentId":"p-1","occurredAt":"2026-11-22T10:00:00Z","unknown":true}""".formatted(eventId, session(paymentId), paymentId, status, amount);
    }

    /** A callback as the provider sends it, signed by the reference implementation of Standard Webhooks. */
    protected RestTestClient.ResponseSpec callback(String body) {
        return callback(body, SECRET, Instant.now().getEpochSecond());
    }

    protected RestTestClient.ResponseSpec callback(String body, String secret, long timestamp) {
        String id = "msg_" + UUID.randomUUID();
        return http.post()
                .uri("/api/v1/providers/sandbox/callbacks")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", sign(secret, id, timestamp, body))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    protected static JsonNode body(RestTestClient.ResponseSpec response) {
        return JSON.readTree(response.returnResult(byte[].class).getResponseBodyContent());
    }

    private static String sign(String secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
