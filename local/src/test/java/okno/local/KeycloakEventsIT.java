package okno.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okno.local.infra.Keycloak;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeycloakEventsIT {

    static final String CITIZEN = "0198c0de-0000-7000-8000-000000000001";
    static final JsonMapper JSON = new JsonMapper();

    final Infrastructure running = Infrastructure.running();
    final List<JsonNode> told = new CopyOnWriteArrayList<>();
    final Set<String> ids = new HashSet<>();
    KafkaConsumer<String, byte[]> topics;

    @BeforeEach
    void listen() {
        topics = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        running.kafka(),
                        "group.id",
                        "test-" + System.nanoTime(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        topics.subscribe(List.of(Infrastructure.AUDIT, Infrastructure.SESSIONS, Infrastructure.ACCOUNTS));
    }

    @AfterEach
    void leave() {
        topics.close();
    }

    @Test
    void a_log_in_and_its_end_are_told() throws Exception {
        var tokens = running.logins.login("citizen");
        String session = session(tokens);
        running.logins.logout(tokens);

        eventually(event -> is(event, "session.started", session), "started");
        eventually(event -> is(event, "session.ended", session), "ended");
        eventually(
                event -> event.path("sessionId").asString("").equals(session)
                        && event.path("personId").asString("").equals(CITIZEN),
                "the session's end for every service");
    }

    @Test
    void a_wrong_password_is_told_as_a_refusal() {
        assertThatThrownBy(() -> running.logins.login("citizen2", "Wrong-1-password", null))
                .isInstanceOf(Logins.LoginRefused.class);

        eventually(
                event -> event.path("action").asString("").equals("session.refused")
                        && event.path("objectId").asString("").endsWith("000000000002")
                        && event.path("result").asString("").equals("REFUSED"),
                "refused");
        running.logins.login("citizen2");
    }

    @Test
    void a_deed_of_an_administrator_is_told_without_its_content() {
        String id = running.account("told-of", "Long-enough-1-password", Map.of());

        eventually(
                event -> event.path("action").asString("").equals("user.created")
                        && event.path("personId").asString("").equals(id),
                "created");
        assertThat(told.toString()).doesNotContain("told-of");
    }

    @Test
    void a_log_in_while_kafka_was_away_is_told_even_if_keycloak_is_killed() throws Exception {
        running.stack.killKafka();
        long before = System.nanoTime();
        String session = session(running.logins.login("citizen"));
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        running.stack.kill(Keycloak.NAME);

        running.stack.restart("kafka");
        running.stack.restart(Keycloak.NAME);

        assertThat(took).isLessThan(Duration.ofSeconds(4));
        eventually(event -> is(event, "session.started", session), "started");
    }

    private static boolean is(JsonNode event, String action, String object) {
        return event.path("action").asString("").equals(action)
                && event.path("objectId").asString("").equals(object)
                && event.path("personId").asString("").equals(CITIZEN);
    }

    private void eventually(java.util.function.Predicate<JsonNode> wanted, String what) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            topics.poll(Duration.ofMillis(200)).forEach(event -> {
                if (ids.add(new String(event.headers().lastHeader("ce_id").value(), UTF_8))) {
                    told.add(JSON.readTree(event.value()));
                }
            });
            assertThat(told).as(what).anyMatch(wanted);
        });
    }

    private static String session(Logins.Tokens tokens) throws Exception {
        return SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet().getStringClaim("sid");
    }
}
