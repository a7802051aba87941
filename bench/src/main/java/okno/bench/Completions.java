package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** When the rest of the world heard, by Kafka, that an application was completed. */
final class Completions implements AutoCloseable {

    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean running = true;

    private Completions(KafkaConsumer<String, byte[]> consumer) {
        thread = Thread.ofPlatform().name("completions").start(() -> {
            try (consumer) {
                while (running) {
                    var records = consumer.poll(Duration.ofMillis(100));
                    long now = System.nanoTime();
                    records.forEach(event -> {
                        if (new String(event.value(), UTF_8).contains("\"status\":\"COMPLETED\"")) {
                            heard.putIfAbsent(event.key(), now);
                        }
                    });
                }
            }
        });
    }

    static Completions follow(String bootstrap, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return new Completions(consumer);
    }

    /** Nanoseconds from each of these moments; what was not completed within ten seconds from now fails the run. */
    Histogram since(Map<String, Long> submitted) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!heard.keySet().containsAll(submitted.keySet()) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        var times = new Histogram(3);
        submitted.forEach((id, at) -> {
            Long then = heard.get(id);
            if (then == null) {
                throw new IllegalStateException("not completed: " + id);
            }
            times.recordValue(then - at);
        });
        return times;
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join();
    }
}
