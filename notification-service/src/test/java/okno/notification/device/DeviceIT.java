package okno.notification.device;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import okno.notification.NotificationServiceSetup;
import okno.notification.channel.push.Browser;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

class DeviceIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Browser browser = new Browser();

    private RestTestClient.ResponseSpec register(String person, String endpoint) {
        return http.post()
                .uri("/api/v1/devices")
                .header("Authorization", TestTokens.person(person).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "name",
                        "Chrome",
                        "endpoint",
                        endpoint,
                        "keys",
                        Map.of("p256dh", browser.p256dh(), "auth", browser.auth())))
                .exchange();
    }

    @Test
    void a_registered_browser_is_pushed_to_and_reads_it() {
        OUTSIDE.stubFor(post("/push/it").willReturn(aResponse().withStatus(201)));
        String person = aPerson("ru");
        assertThat(body(read(person, "/api/v1/devices"))
                        .get("applicationServerKey")
                        .asString())
                .hasSize(87);
        register(person, OUTSIDE.baseUrl() + "/push/it").expectStatus().isCreated();

        applicationBecomes(person, "APPROVED");

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person))
                .containsExactly("EMAIL ACCEPTED", "PUSH ACCEPTED", "SMS ACCEPTED"));
        byte[] pushed = OUTSIDE.findAll(postRequestedFor(urlPathEqualTo("/push/it")))
                .getFirst()
                .getBody();
        assertThat(JSON.readTree(browser.decrypt(pushed)).get("title").asString())
                .contains("FNS-2026-0000001-0");
        assertThat(jdbc.sql(
                                "select count(*) from device where person_id = :id and position('push' in encode(subscription, 'escape')) > 0")
                        .param("id", person)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_browser_that_has_unsubscribed_is_forgotten_and_the_notice_fails_honestly() {
        OUTSIDE.stubFor(post("/push/left").willReturn(aResponse().withStatus(410)));
        String person = aPerson("ru");
        register(person, OUTSIDE.baseUrl() + "/push/left").expectStatus().isCreated();

        applicationBecomes(person, "APPROVED");

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person)).contains("PUSH FAILED"));
        assertThat(body(read(person, "/api/v1/devices")).get("items")).isEmpty();
    }

    @Test
    void registering_again_is_the_same_device_and_removing_is_the_owners_alone() {
        String person = aPerson("ru");
        register(person, OUTSIDE.baseUrl() + "/push/x").expectStatus().isCreated();
        register(person, OUTSIDE.baseUrl() + "/push/x").expectStatus().isCreated();
        JsonNode items = body(read(person, "/api/v1/devices")).get("items");
        assertThat(items).hasSize(1);
        String id = items.get(0).get("id").asString();

        remove(UUID.randomUUID().toString(), id).expectStatus().isNotFound();
        remove(person, id).expectStatus().isNoContent();
        remove(person, id).expectStatus().isNotFound();
    }

    private RestTestClient.ResponseSpec remove(String person, String id) {
        return http.delete()
                .uri("/api/v1/devices/" + id)
                .header("Authorization", TestTokens.person(person).bearer())
                .exchange();
    }

    @Test
    void only_addresses_of_push_services_can_be_registered() {
        String person = aPerson("ru");
        for (String endpoint : new String[] {
            "http://169.254.169.254/latest/meta-data",
            "https://push.example/x",
            "https://fcm.googleapis.com.evil.example/x",
            "https://user@localhost/x",
            "file:///etc/passwd",
            "no address at all"
        }) {
            register(person, endpoint).expectStatus().isEqualTo(422);
        }
    }
}
