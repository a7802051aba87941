package okno.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.test.TestStack;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevocationFeedIT {

    private final EndedSessions ended = new EndedSessions(Duration.ofMinutes(10));
    private final MutableClock clock = new MutableClock();
    private final RevocationFeed feed = feed(TestStack.kafka());

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    void events_of_before_and_after_the_start_are_heeded_within_five_seconds() throws Exception {
        String before = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        String org = UUID.randomUUID().toString();
        String person = UUID.randomUUID().toString();
        createTopics();
        publish(RevocationFeed.SESSIONS, "okno.session.ended.v1", "{\"sessionId\":\"%s\"}".formatted(before));
        publish(RevocationFeed.SESSIONS, "okno.session.ended.v1", "not json");

        feed.start();
        awaitEnded(before);
        publish(RevocationFeed.SESSIONS, "okno.session.ended.v1", "{\"sessionId\":\"%s\"}".formatted(after));
        publish(RevocationFeed.RIGHTS, "okno.acting_right.withdrawn.v1", """
                {"orgId":"%s","personId":"%s","occurredAt":"%s"}""".formatted(org, person, Instant.now()));

        publish(RevocationFeed.POWERS, "okno.power_of_attorney.ended.v1", """
                {"powerOfAttorneyId":"%s","occurredAt":"%s"}""".formatted(org, Instant.now()));

        awaitEnded(after);
        await().atMost(Duration.ofSeconds(5)).until(() -> ended.powerEnded(org));
        awaitClient("SUSPENDED", true);
        awaitClient("ACTIVE", false);
        awaitClient("CLOSED", true);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> ended.withdrawnSince(Instant.now().minusSeconds(60), org, person));
        assertThat(ended.withdrawnSince(Instant.now().plusSeconds(1), org, person))
                .isFalse();
    }

    @Test
    void without_kafka_it_keeps_trying_and_can_be_stopped() {
        RevocationFeed lonely = feed("localhost:1");
        lonely.start();
        assertThat(lonely.isRunning()).isTrue();
        lonely.stop();
        assertThat(lonely.isRunning()).isFalse();
    }

    private void awaitEnded(String session) {
        await().atMost(Duration.ofSeconds(5)).until(() -> ended.ended(session));
    }

    private void awaitClient(String status, boolean suspended) {
        publish(RevocationFeed.CLIENTS, "okno.client.status_changed.v1", """
                {"clientId":"app-1","status":"%s"}""".formatted(status));
        await().atMost(Duration.ofSeconds(5)).until(() -> ended.suspended("app-1") == suspended);
    }

    private RevocationFeed feed(String kafka) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                1000);
        return new RevocationFeed(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                ended,
                Duration.ofMinutes(10),
                clock);
    }

    private static void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStack.kafka()))) {
            admin.createTopics(List.of(
                            new NewTopic(RevocationFeed.SESSIONS, 3, (short) 1),
                            new NewTopic(RevocationFeed.RIGHTS, 3, (short) 1),
                            new NewTopic(RevocationFeed.POWERS, 3, (short) 1),
                            // One partition: the events about a client come one after the other.
                            new NewTopic(RevocationFeed.CLIENTS, 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void publish(String topic, String type, String json) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestStack.kafka()), new ByteArraySerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<byte[], byte[]>(topic, json.getBytes(UTF_8));
            record.headers().add("ce_type", type.getBytes(UTF_8));
            producer.send(record);
        }
    }
}
