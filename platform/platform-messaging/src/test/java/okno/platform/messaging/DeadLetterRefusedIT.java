package okno.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import okno.platform.test.OknoServiceTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.test.context.TestPropertySource;

@OknoServiceTest
@TestPropertySource(properties = "okno.messaging.consumes=okno.test.refused.v1")
class DeadLetterRefusedIT {

    private static final String TOPIC = "okno.test.refused.v1";
    private static final String GROUP = "messaging-test.refused-events";
    private static final String DEAD_TOPIC = TOPIC + "." + GROUP + ".dlt";

    @Autowired
    KafkaClients clients;

    @Autowired
    DeadLetters deadLetters;

    @Autowired
    Unreading listener;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Unreading.class)
    static class Application {}

    static class Unreading {

        final AtomicInteger calls = new AtomicInteger();

        @KafkaListener(id = GROUP, topics = TOPIC)
        void on(byte[] value) {
            calls.incrementAndGet();
            throw new UnreadableEvent("on purpose", null);
        }
    }

    @Test
    void record_keeps_its_place_until_its_dead_letter_is_written() throws Exception {
        try (Admin admin = clients.admin();
                var producer = clients.deadLetterProducer()) {
            admin.createTopics(
                            List.of(new NewTopic(DEAD_TOPIC, 3, (short) 1).configs(Map.of("max.message.bytes", "100"))))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(TOPIC, "key", "x".repeat(200).getBytes(UTF_8)))
                    .get();

            await().atMost(Duration.ofSeconds(30)).until(() -> listener.calls.get() >= 3);
            assertThat(deadLetters.counts()).containsEntry(DEAD_TOPIC, 0L);

            var topic = new ConfigResource(ConfigResource.Type.TOPIC, DEAD_TOPIC);
            var larger = new AlterConfigOp(new ConfigEntry("max.message.bytes", "10000"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(topic, List.of(larger))).all().get();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> deadLetters.counts().get(DEAD_TOPIC) == 1);
        }
    }
}
