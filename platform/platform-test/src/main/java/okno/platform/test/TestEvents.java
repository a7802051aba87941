package okno.platform.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the other services on the test broker: publishes events as their outbox would, and reads what the service under
 * test published.
 *
 * <pre>{@code
 * UUID eventId = TestEvents.publish("okno.payment.charge.v1", "okno.charge.paid.v1", chargeId, 2, Map.of(...));
 * await().untilAsserted(() -> assertThat(TestEvents.about(topic, applicationId)).hasSize(1));
 * }</pre>
 */
public final class TestEvents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration READ = Duration.ofSeconds(5);

    private TestEvents() {}

    /** An event as it stands on a topic. */
    public record Received(UUID id, String type, String subject, long sequence, JsonNode data) {}

    /**
     * Publishes a new event and waits until the broker has it.
     *
     * @param data what is written as JSON, or the bytes themselves
     * @return its id
     */
    public static UUID publish(String topic, String type, UUID subject, long sequence, Object data) {
        UUID id = UUID.randomUUID();
        publish(id, topic, type, subject, sequence, data);
        return id;
    }

    /** The same with an id of the test's choice: called twice, it is a duplicate. */
    public static void publish(UUID id, String topic, String type, UUID subject, long sequence, Object data) {
        byte[] json = data instanceof byte[] bytes ? bytes : JSON.writeValueAsBytes(data);
        var message = new ProducerRecord<>(topic, subject.toString(), json);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_source",
                        "/test",
                        "ce_type",
                        type,
                        "ce_subject",
                        subject.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStack.kafka(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message);
        }
    }

    /** All events of a topic about one aggregate, oldest first, up to the moment of the call. */
    public static List<Received> about(String topic, Object subject) {
        return all(topic).stream()
                .filter(event -> event.subject().equals(subject.toString()))
                .toList();
    }

    /** All events of a topic, oldest first within a partition, up to the moment of the call. */
    public static List<Received> all(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestStack.kafka());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, READ).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, READ);
            List<Received> received = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> received.add(read(message)));
            }
            return received;
        }
    }

    private static Received read(ConsumerRecord<String, byte[]> message) {
        return new Received(
                UUID.fromString(header(message, "ce_id")),
                header(message, "ce_type"),
                header(message, "ce_subject"),
                Long.parseLong(header(message, "ce_sequence")),
                JSON.readTree(message.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
