package okno.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import okno.notification.NotificationServiceSetup;
import okno.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

class InboxIT extends NotificationServiceSetup {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void shows_what_is_unread_and_forgets_it_when_read() {
        String person = aPerson("ru");
        applicationBecomes(person, "SUBMITTED");
        applicationBecomes(person, "RECEIVED");
        await().atMost(SOON).until(() -> list(person, "").get("unreadCount").asLong() == 2);

        JsonNode page = list(person, "?unread=true&limit=1");
        String id = page.at("/items/0/id").asString();
        assertThat(page.get("next").asString()).isNotBlank();
        mark(person, id).expectStatus().isOk();
        mark(person, id).expectStatus().isOk();

        assertThat(list(person, "?unread=true").get("items")).hasSize(1);
        assertThat(list(person, "").get("unreadCount").asLong()).isEqualTo(1);
        assertThat(list(person, "?limit=1&after=" + page.get("next").asString()).get("items"))
                .hasSize(1);
    }

    @Test
    void a_strangers_notification_is_not_found() {
        String person = aPerson("ru");
        applicationBecomes(person, "SUBMITTED");
        await().atMost(SOON).until(() -> list(person, "").get("items").size() == 1);
        String id = list(person, "").at("/items/0/id").asString();

        mark(aPerson("ru"), id).expectStatus().isNotFound();
        http.get().uri("/api/v1/notifications").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void a_stream_tells_at_once_and_resumes_behind_the_last_event() throws Exception {
        String person = aPerson("ru");
        try (var stream = new Stream(port, person, null)) {
            await().atMost(SOON).until(() -> stream.lines.stream().anyMatch(line -> line.startsWith(":")));
            long before = System.nanoTime();
            applicationBecomes(person, "SUBMITTED");
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> stream.data().size() == 1);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            assertThat(stream.data().getFirst()).contains("FNS-2026-0000001-0", "подано");
            applicationBecomes(person, "RECEIVED");
            await().atMost(SOON).until(() -> stream.data().size() == 2);
            assertThat(stream.ids()).containsExactly("1", "2");
        }
        applicationBecomes(person, "IN_REVIEW");
        try (var resumed = new Stream(port, person, "1")) {
            await().atMost(SOON).until(() -> resumed.data().size() == 2);
            assertThat(resumed.ids()).containsExactly("2", "3");
        }
    }

    @Test
    void a_stream_never_tells_another_persons_notifications() throws Exception {
        String person = aPerson("ru");
        String other = aPerson("ru");
        try (var stream = new Stream(port, person, "0")) {
            applicationBecomes(other, "SUBMITTED");
            applicationBecomes(person, "RECEIVED");
            await().atMost(SOON).until(() -> stream.data().size() == 1);
            await().atMost(SOON).until(() -> list(other, "").get("items").size() == 1);
            assertThat(stream.data()).hasSize(1).first().asString().contains("получено");
        }
    }

    private JsonNode list(String person, String query) {
        return body(read(person, "/api/v1/notifications" + query));
    }

    private org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec mark(String person, String id) {
        return http.patch()
                .uri("/api/v1/notifications/" + id)
                .header("Authorization", TestTokens.person(person).bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("read", true))
                .exchange();
    }

    /** A browser's EventSource. */
    private static final class Stream implements AutoCloseable {

        final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpClient client = HttpClient.newHttpClient();

        Stream(int port, String person, String lastEventId) throws Exception {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + port + "/api/v1/notifications/stream"))
                    .header("Authorization", TestTokens.person(person).bearer())
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> {
                try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                } catch (java.io.IOException | java.io.UncheckedIOException e) {
                    lines.add("closed");
                }
            });
        }

        List<String> data() {
            return lines.stream().filter(line -> line.startsWith("data:")).toList();
        }

        List<String> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> line.substring(3).strip())
                    .toList();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    @Test
    void the_whole_history_is_exported_page_by_page_as_csv_and_json() {
        String person = aPerson("ru");
        jdbc.sql("""
                insert into notification (person_id, position, id, event_id, event_type, template, params, occurred_at, created_at)
                select :id, n, gen_random_uuid(), gen_random_uuid(), 'okno.profile.updated.v1', 'profile.updated', '{}',
                       now(), now()
                from generate_series(1, 1203) as n
                """).param("id", person).update();
        jdbc.sql("insert into mailbox values (:id, 1203)").param("id", person).update();

        String csv = new String(
                read(person, "/api/v1/notifications/history/export?format=CSV")
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentType("text/csv;charset=UTF-8")
                        .returnResult(byte[].class)
                        .getResponseBodyContent(),
                StandardCharsets.UTF_8);
        JsonNode json = body(read(person, "/api/v1/notifications/history/export?format=JSON"));

        assertThat(csv.lines()).hasSize(1 + 1203);
        assertThat(csv)
                .startsWith("\uFEFFoccurredAt,eventType,title,channel")
                .contains("Данные профиля изменены,INBOX");
        assertThat(json).hasSize(1203);
        assertThat(body(read(UUID.randomUUID().toString(), "/api/v1/notifications/history/export?format=JSON")))
                .isEmpty();
    }
}
