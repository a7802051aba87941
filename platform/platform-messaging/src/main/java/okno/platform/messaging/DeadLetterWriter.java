package okno.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/**
 * Puts aside the records that a listener cannot handle, in {@code <topic>.<group>.dlt}, as they were and with the reason
 * beside them. When that fails it throws, and the record keeps its place.
 */
final class DeadLetterWriter implements ConsumerAwareRecordRecoverer, AutoCloseable {

    static final String SUFFIX = ".dlt";
    static final String HEADERS = "okno_dead_";
    static final String TOPIC = HEADERS + "topic";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);

    private final Topics topics;
    private final Supplier<Producer<String, byte[]>> producers;
    private final MeterRegistry meters;
    private @Nullable Producer<String, byte[]> producer;

    DeadLetterWriter(Topics topics, Supplier<Producer<String, byte[]>> producers, MeterRegistry meters) {
        this.topics = topics;
        this.producers = producers;
        this.meters = meters;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> received, @Nullable Consumer<?, ?> consumer, @Nullable Exception failure) {
        if (consumer == null) {
            throw new IllegalStateException("dead letters need the consumer");
        }
        String group = consumer.groupMetadata().groupId();
        String topic = received.topic() + "." + group + SUFFIX;
        try {
            topics.ensureDeadLetters(
                    topic, consumer.partitionsFor(received.topic()).size());
            producer().send(deadLetter(topic, group, received, failure)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("dead letter was not written to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the dead letter was written to " + topic, e);
        }
        meters.counter("okno.deadletters", "topic", received.topic(), "group", group)
                .increment();
        LOG.error(
                "Event at {}-{}@{} was put aside in {}: {}",
                received.topic(),
                received.partition(),
                received.offset(),
                topic,
                reason(failure));
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }

    /** Names of the exceptions only: their messages may quote personal data. */
    static String reason(@Nullable Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof ListenerExecutionFailedException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause == null) {
            return "unknown";
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = cause.getClass().getName();
        return root == cause ? name : name + " caused by " + root.getClass().getName();
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    private static ProducerRecord<String, byte[]> deadLetter(
            String topic, String group, ConsumerRecord<?, ?> received, @Nullable Throwable failure) {
        String key = received.key() == null ? null : received.key().toString();
        byte[] value = received.value() instanceof byte[] bytes ? bytes : null;
        var letter = new ProducerRecord<>(topic, received.partition(), key, value);
        received.headers().forEach(header -> {
            if (!header.key().startsWith(HEADERS)) {
                letter.headers().add(header);
            }
        });
        letter.headers()
                .add(TOPIC, received.topic().getBytes(UTF_8))
                .add(HEADERS + "offset", Long.toString(received.offset()).getBytes(UTF_8))
                .add(HEADERS + "group", group.getBytes(UTF_8))
                .add(HEADERS + "reason", reason(failure).getBytes(UTF_8));
        return letter;
    }
}
