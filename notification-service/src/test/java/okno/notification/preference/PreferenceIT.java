package okno.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import okno.notification.NotificationServiceSetup;
import okno.platform.test.TestEvents;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

class PreferenceIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String STATUS = "okno.application.status_changed.v1";

    private RestTestClient.ResponseSpec prefer(String person, Map<String, Object> preferences) {
        return http.put()
                .uri("/api/v1/notification-preferences")
                .header("Authorization", TestTokens.person(person).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(preferences)
                .exchange();
    }

    /** Quiet from an hour ago until an hour from now. */
    private static Map<String, Object> quietNow() {
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "timeZone",
                "UTC",
                "quietHours",
                Map.of(
                        "from",
                        now.minusHours(1).toString(),
                        "to",
                        now.plusHours(1).toString()),
                "items",
                List.of());
    }

    private static Map<String, Object> item(String channel, boolean enabled, String frequency) {
        return Map.of("eventType", STATUS, "channel", channel, "enabled", enabled, "frequency", frequency);
    }

    private void profileChanges(String person) {
        TestEvents.publish(
                "okno.identity.profile.v1",
                "okno.profile.updated.v1",
                UUID.fromString(person),
                2,
                Map.of("personId", person, "fields", List.of("email")));
    }

    @Test
    void quiet_hours_hold_notices_but_not_security_notices_and_end_at_once_when_they_are_dropped() {
        String person = aPerson("ru");
        prefer(person, quietNow()).expectStatus().isOk();
        applicationBecomes(person, "APPROVED");
        profileChanges(person);

        await().atMost(SOON).until(() -> smsTo(person).size() == 1);
        assertThat(smsTo(person).getFirst().get("text").asString()).contains("профиле");
        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person))
                .containsExactlyInAnyOrder("EMAIL PENDING", "EMAIL ACCEPTED", "SMS PENDING", "SMS ACCEPTED"));

        prefer(person, Map.of("items", List.of())).expectStatus().isOk();

        await().atMost(SOON).until(() -> smsTo(person).size() == 2);
    }

    @Test
    void what_is_turned_off_while_it_waits_is_not_sent() {
        String person = aPerson("ru");
        prefer(person, quietNow()).expectStatus().isOk();
        applicationBecomes(person, "APPROVED");
        await().atMost(SOON).until(() -> deliveries(person).size() == 2);

        prefer(person, Map.of("items", List.of(item("SMS", false, "AT_ONCE"), item("EMAIL", false, "AT_ONCE"))))
                .expectStatus()
                .isOk();

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person))
                .containsExactly("EMAIL CANCELLED", "SMS CANCELLED"));
        assertThat(smsTo(person)).isEmpty();
    }

    @Test
    void a_daily_digest_gathers_and_leaves_once_with_all_of_it() throws Exception {
        String person = aPerson("ru");
        // Half a day away, whatever the clock shows.
        LocalTime digestAt =
                LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).plusHours(12);
        List<Object> items = List.of(item("EMAIL", true, "DAILY"), item("SMS", false, "AT_ONCE"));
        prefer(person, Map.of("timeZone", "UTC", "digestAt", digestAt.toString(), "items", items))
                .expectStatus()
                .isOk();
        applicationBecomes(person, "RECEIVED");
        applicationBecomes(person, "IN_REVIEW");
        applicationBecomes(person, "APPROVED");
        await().atMost(SOON)
                .until(() -> deliveries(person).stream()
                                .filter("EMAIL DIGEST"::equals)
                                .count()
                        == 3);
        assertThat(deliveries(person)).contains("EMAIL PENDING");
        assertThat(lettersTo(person)).isEmpty();

        // The hour has come.
        jdbc.sql("update delivery set next_at = now() where person_id = :id and state = 'PENDING'")
                .param("id", person)
                .update();

        await().atMost(SOON).until(() -> lettersTo(person).size() == 1);
        String letter = lettersTo(person).getFirst().getSubject()
                + ((jakarta.mail.internet.MimeMultipart)
                                lettersTo(person).getFirst().getContent())
                        .getBodyPart(0)
                        .getContent();
        assertThat(letter).contains("уведомлений за день: 3", "получено", "принято к рассмотрению", "одобрено");
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode history = body(read(person, "/api/v1/notifications/history"));
            assertThat(history.findValuesAsString("state")).containsOnly("DELIVERED", "ACCEPTED");
        });

        applicationBecomes(person, "COMPLETED");
        await().atMost(SOON).until(() -> deliveries(person).contains("EMAIL PENDING"));
        assertThat(lettersTo(person)).hasSize(1);
    }

    @Test
    void one_click_in_a_letter_turns_its_kind_off_and_a_made_up_link_does_nothing() throws Exception {
        String person = aPerson("ru");
        applicationBecomes(person, "RECEIVED");
        await().atMost(SOON).until(() -> lettersTo(person).size() == 1);
        String link = lettersTo(person)
                .getFirst()
                .getHeader("List-Unsubscribe", null)
                .replaceAll("[<>]", "")
                .replaceFirst("https?://[^/]+", "");

        http.get().uri(link).exchange().expectStatus().isOk();
        assertThat(enabled(person)).isTrue();
        http.post()
                .uri(link)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("List-Unsubscribe=One-Click")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(enabled(person)).isFalse();

        int middle = link.length() - 20;
        char other = link.charAt(middle) == 'A' ? 'B' : 'A';
        http.post()
                .uri(link.substring(0, middle) + other + link.substring(middle + 1))
                .exchange()
                .expectStatus()
                .isNotFound();
        applicationBecomes(person, "APPROVED");
        await().atMost(SOON).until(() -> smsTo(person).size() == 2);
        assertThat(lettersTo(person)).hasSize(1);
    }

    @Test
    void a_security_notice_carries_no_unsubscribe_link() throws Exception {
        String person = aPerson("ru");
        profileChanges(person);

        await().atMost(SOON).until(() -> lettersTo(person).size() == 1);
        assertThat(GreenMailUtil.getWholeMessage(lettersTo(person).getFirst())).doesNotContain("List-Unsubscribe");
    }

    @Test
    void beyond_the_daily_limit_the_inbox_still_tells_and_security_notices_still_come() {
        String person = aPerson("ru");
        jdbc.sql("insert into message_count values (:id, 'SMS', current_date, 50), "
                        + "(:id, 'SMS', current_date + 1, 50), (:id, 'SMS', current_date - 1, 50)")
                .param("id", person)
                .update();

        applicationBecomes(person, "APPROVED");
        profileChanges(person);

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries(person))
                .containsExactlyInAnyOrder("EMAIL ACCEPTED", "EMAIL ACCEPTED", "SMS FAILED", "SMS ACCEPTED"));
        assertThat(smsTo(person)).hasSize(1);
        JsonNode inbox = body(read(person, "/api/v1/notifications"));
        assertThat(inbox.get("unreadCount").asInt()).isEqualTo(2);
    }

    @Test
    void of_sixty_messages_in_one_day_exactly_fifty_leave_by_each_channel() {
        String person = aPerson("ru");
        // Where it is about noon, so that the day does not end meanwhile.
        ZoneOffset noon = ZoneOffset.ofHours(12 - LocalTime.now(ZoneOffset.UTC).getHour());
        prefer(person, Map.of("timeZone", noon.getId(), "items", List.of()))
                .expectStatus()
                .isOk();

        IntStream.range(0, 60).parallel().forEach(i -> applicationBecomes(person, "APPROVED"));

        await().atMost(SOON).untilAsserted(() -> assertThat(Map.of(
                        "EMAIL ACCEPTED", Collections.frequency(deliveries(person), "EMAIL ACCEPTED"),
                        "EMAIL FAILED", Collections.frequency(deliveries(person), "EMAIL FAILED"),
                        "SMS ACCEPTED", Collections.frequency(deliveries(person), "SMS ACCEPTED"),
                        "SMS FAILED", Collections.frequency(deliveries(person), "SMS FAILED")))
                .isEqualTo(Map.of("EMAIL ACCEPTED", 50, "EMAIL FAILED", 10, "SMS ACCEPTED", 50, "SMS FAILED", 10)));
        assertThat(smsTo(person)).hasSize(50);
        assertThat(lettersTo(person)).hasSize(50);
        assertThat(body(read(person, "/api/v1/notifications"))
                        .get("unreadCount")
                        .asInt())
                .isEqualTo(60);
    }

    @Test
    void nonsense_is_refused() {
        String person = aPerson("ru");

        prefer(person, Map.of("timeZone", "Mars/Olympus", "items", List.of()))
                .expectStatus()
                .isEqualTo(422);
        prefer(person, Map.of("quietHours", Map.of("from", "10:00", "to", "10:00"), "items", List.of()))
                .expectStatus()
                .isEqualTo(422);
        prefer(
                        person,
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "eventType",
                                        "okno.profile.updated.v1",
                                        "channel",
                                        "SMS",
                                        "enabled",
                                        true,
                                        "frequency",
                                        "DAILY"))))
                .expectStatus()
                .isEqualTo(422);
    }

    private boolean enabled(String person) {
        for (JsonNode item :
                body(read(person, "/api/v1/notification-preferences")).get("items")) {
            if (item.get("eventType").asString().equals(STATUS)
                    && item.get("channel").asString().equals("EMAIL")) {
                return item.get("enabled").asBoolean();
            }
        }
        throw new IllegalStateException("not listed");
    }
}
