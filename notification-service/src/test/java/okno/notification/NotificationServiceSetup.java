package okno.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import okno.platform.core.Ids;
import okno.platform.test.OknoServiceTest;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running service with an SMS gateway, a mail server and identity-service played around it. Test classes share it, so
 * no bad gateway of one test may be a verdict that the next has to wait for: who is set aside when is FailoverIT's matter.
 */
@OknoServiceTest
@TestPropertySource(properties = {"okno.notification.failover.window=1000", "okno.notification.failover.minimum=1000"})
public abstract class NotificationServiceSetup {

    protected static final String SMS = "/sms/v1/messages";
    protected static final String RECEIPT_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    protected static final String ADMINISTRATOR = "0198c0de-0000-7000-8000-000000000005";
    protected static final WireMockServer OUTSIDE =
            new WireMockServer(wireMockConfig().dynamicPort());
    protected static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());
    protected static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    protected RestTestClient http;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) {
        OUTSIDE.start();
        MAIL.start();
        properties.add("OKNO_SMS_URL", OUTSIDE::baseUrl);
        properties.add("OKNO_SMS_CALLBACK_SECRET", () -> RECEIPT_SECRET);
        properties.add("OKNO_SMTP_PORT", () -> MAIL.getSmtp().getPort());
        properties.add("OKNO_DATA_KEYSET_FILE", TestFiles.KEYSET::toString);
        properties.add("OKNO_VAPID_KEY_FILE", TestFiles.VAPID_KEY::toString);
        properties.add("okno.notification.push.origins[0]", OUTSIDE::baseUrl);
        properties.add("okno.notification.delivery.first-pause", () -> "200ms");
        properties.add("okno.services.identity", OUTSIDE::baseUrl);
        properties.add("okno.notification.watch.administrators", () -> ADMINISTRATOR);
    }

    @BeforeEach
    void prepare() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
        OUTSIDE.resetAll();
        smsWorks();
    }

    protected void smsWorks() {
        OUTSIDE.stubFor(post(SMS)
                .willReturn(aResponse()
                        .withStatus(202)
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"messageId\":\"m-1\"}")));
    }

    /** A person with an address of each kind. */
    protected String aPerson(String language) {
        return aPerson(UUID.randomUUID().toString(), language);
    }

    protected String aPerson(String id, String language) {
        OUTSIDE.stubFor(get("/internal/persons/" + id + "/contacts")
                .willReturn(okJson("""
                {"id":"%s","language":"%s","email":"%s","phone":"%s"}""".formatted(id, language, emailOf(id), phoneOf(id)))));
        return id;
    }

    protected static String emailOf(String personId) {
        return personId + "@okno.example";
    }

    protected static String phoneOf(String personId) {
        return "+79" + "%09d".formatted(Math.floorMod(personId.hashCode(), 1_000_000_000));
    }

    /** The application's event as application-service publishes it. */
    protected UUID applicationBecomes(String personId, String status) {
        UUID eventId = UUID.randomUUID();
        applicationBecomes(eventId, personId, status);
        return eventId;
    }

    protected void applicationBecomes(UUID eventId, String personId, String status) {
        UUID applicationId = Ids.next();
        Map<String, Object> data = new TreeMap<>(Map.of(
                "applicationId", applicationId,
                "number", "FNS-2026-0000001-0",
                "serviceCode", "ip-registration",
                "agency", "fns",
                "personId", personId,
                "previousStatus", "DRAFT",
                "status", status,
                // Past on every clock, so that nobody is reminded of it.
                "expectedCompletionDate", "2024-11-25",
                "occurredAt", "2024-11-20T09:17:30Z"));
        String type = status.equals("SUBMITTED") ? "submitted" : "status_changed";
        TestEvents.publish(
                eventId, "okno.application.application.v1", "okno.application." + type + ".v1", applicationId, 2, data);
    }

    protected static List<JsonNode> smsTo(String personId) {
        return OUTSIDE.findAll(postRequestedFor(urlPathEqualTo(SMS))).stream()
                .map(request -> JSON.readTree(request.getBody()))
                .filter(sms -> sms.get("to").asString().equals(phoneOf(personId)))
                .toList();
    }

    protected static List<MimeMessage> lettersTo(String personId) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(letter -> isTo(letter, emailOf(personId)))
                .toList();
    }

    protected List<String> deliveries(String personId) {
        return jdbc.sql(
                        "select channel || ' ' || state from delivery where person_id = :id order by channel, created_at")
                .param("id", personId)
                .query(String.class)
                .list();
    }

    protected RestTestClient.ResponseSpec read(String personId, String path) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.person(personId).bearer())
                .exchange();
    }

    protected static JsonNode body(RestTestClient.ResponseSpec response) {
        return JSON.readTree(response.expectStatus()
                .is2xxSuccessful()
                .returnResult(byte[].class)
                .getResponseBodyContent());
    }

    private static boolean isTo(MimeMessage letter, String address) {
        try {
            return letter.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
