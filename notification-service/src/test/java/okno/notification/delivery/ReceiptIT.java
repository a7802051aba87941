package okno.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import okno.notification.NotificationServiceSetup;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class ReceiptIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);

    private String smsOf(String person) {
        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person)).contains("SMS ACCEPTED"));
        return smsTo(person).getFirst().get("clientMessageId").asString();
    }

    private int receipt(String secret, String messageId, String state) throws Exception {
        String body = """
                {"clientMessageId":"%s","state":"%s","reason":"absent_subscriber"}""".formatted(messageId, state);
        String id = "r-" + UUID.randomUUID();
        long now = Instant.now().getEpochSecond();
        return http.post()
                .uri("/api/v1/notifications/receipts/sms-1")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", new Webhook(secret).sign(id, now, body))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void a_receipt_moves_a_message_on_and_never_back() throws Exception {
        String person = aPerson("ru");
        applicationBecomes(person, "SUBMITTED");
        String id = smsOf(person);

        assertThat(receipt(RECEIPT_SECRET, id, "SENT")).isEqualTo(204);
        assertThat(deliveries(person)).contains("SMS SENT");
        assertThat(receipt(RECEIPT_SECRET, id, "DELIVERED")).isEqualTo(204);
        assertThat(receipt(RECEIPT_SECRET, id, "SENT")).isEqualTo(204);
        assertThat(receipt(RECEIPT_SECRET, id, "FAILED")).isEqualTo(204);

        assertThat(deliveries(person)).contains("SMS DELIVERED");
    }

    @Test
    void a_failure_that_the_provider_reports_is_told_with_its_reason() throws Exception {
        String person = aPerson("ru");
        applicationBecomes(person, "SUBMITTED");

        String id = smsOf(person);
        receipt(RECEIPT_SECRET, id, "FAILED");

        JsonNode history = body(read(person, "/api/v1/notifications/history"));
        assertThat(history.at("/items/0/deliveries").findValuesAsString("reason"))
                .contains("provider:absent_subscriber");
        JsonNode failed = body(http.get()
                .uri("/api/v1/agency/deliveries?state=FAILED&channel=SMS&limit=100")
                .header("Authorization", TestTokens.admin().bearer())
                .exchange());
        assertThat(failed.get("items"))
                .filteredOn(item -> id.equals(item.get("notificationId").asString() + ".sms"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("provider").asString()).isEqualTo("sms-1"));
        assertThat(failed.toString()).doesNotContain(person, phoneOf(person));
    }

    @Test
    void nobody_but_the_provider_can_send_receipts() throws Exception {
        String person = aPerson("ru");
        applicationBecomes(person, "SUBMITTED");
        String id = smsOf(person);

        assertThat(receipt("whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldY", id, "FAILED"))
                .isEqualTo(401);
        assertThat(receipt(RECEIPT_SECRET, UUID.randomUUID() + ".sms", "DELIVERED"))
                .isEqualTo(204);
        assertThat(receipt(RECEIPT_SECRET, "no-id-of-ours", "DELIVERED")).isEqualTo(404);
        assertThat(deliveries(person)).contains("SMS ACCEPTED");
    }

    @Test
    void deliveries_of_all_are_for_administrators_and_paged_without_gaps() {
        String person = aPerson("ru");
        applicationBecomes(person, "SUBMITTED");
        smsOf(person);

        read(person, "/api/v1/agency/deliveries").expectStatus().isForbidden();
        JsonNode page = body(http.get()
                .uri("/api/v1/agency/deliveries?limit=1")
                .header("Authorization", TestTokens.admin().bearer())
                .exchange());
        JsonNode next = body(http.get()
                .uri("/api/v1/agency/deliveries?limit=1&after="
                        + page.get("next").asString())
                .header("Authorization", TestTokens.admin().bearer())
                .exchange());
        assertThat(page.at("/items/0/notificationId").asString() + page.at("/items/0/channel"))
                .isNotEqualTo(next.at("/items/0/notificationId").asString() + next.at("/items/0/channel"));
    }
}
