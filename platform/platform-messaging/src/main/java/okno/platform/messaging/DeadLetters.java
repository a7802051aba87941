package okno.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import okno.platform.core.Problem;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that this service put aside: how many there are, and sending them back once the reason is mended. A record
 * counts until it has been sent back; sending back twice has one effect, since every listener works through the inbox.
 */
public class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration POLL = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final Supplier<Set<String>> groups;

    DeadLetters(KafkaClients clients, Supplier<Set<String>> groups) {
        this.clients = clients;
        this.groups = groups;
    }

    /**
     * What a replay did.
     *
     * @param replayed records that are back in their topic
     * @param left records that still wait
     */
    public record Replay(String topic, long replayed, long left) {}

    /** Waiting records by dead letter topic; topics without any are listed with 0. */
    public SortedMap<String, Long> counts() {
        Set<String> topics = topics();
        var counts = new TreeMap<String, Long>();
        for (String topic : topics) {
            try (Consumer<String, byte[]> reader = reader(topic)) {
                counts.put(topic, waiting(reader));
            }
        }
        return counts;
    }

    /**
     * Sends the waiting records back to the topic they came from, in their order. Stops at the first that Kafka does not
     * take, and leaves it and the rest for the next time.
     */
    public synchronized Replay replay(String topic) {
        if (!topics().contains(topic)) {
            throw Problem.notFound();
        }
        long replayed = 0;
        try (Consumer<String, byte[]> reader = reader(topic);
                Producer<String, byte[]> producer = clients.deadLetterProducer()) {
            Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
            while (!isAt(reader, ends)) {
                List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
                reader.poll(POLL).forEach(letters::add);
                long back = sendBack(letters, producer, reader);
                replayed += back;
                if (back < letters.size()) {
                    break;
                }
            }
            var result = new Replay(topic, replayed, waiting(reader));
            LOG.warn("AUDIT dead letters of {} replayed: {} sent back, {} left", topic, replayed, result.left());
            return result;
        }
    }

    private static long sendBack(
            List<ConsumerRecord<String, byte[]>> letters,
            Producer<String, byte[]> producer,
            Consumer<String, byte[]> reader) {
        List<Future<RecordMetadata>> answers =
                letters.stream().map(letter -> producer.send(original(letter))).toList();
        long count = 0;
        for (ConsumerRecord<String, byte[]> letter : letters) {
            try {
                answers.get((int) count).get();
            } catch (ExecutionException e) {
                LOG.error("Dead letter at {}@{} was not taken back: {}", letter.topic(), letter.offset(), e.toString());
                return count;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return count;
            }
            reader.commitSync(Map.of(
                    new TopicPartition(letter.topic(), letter.partition()),
                    new OffsetAndMetadata(letter.offset() + 1)));
            count++;
        }
        return count;
    }

    private static ProducerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> letter) {
        String topic =
                new String(letter.headers().lastHeader(DeadLetterWriter.TOPIC).value(), UTF_8);
        var message = new ProducerRecord<>(topic, letter.partition(), letter.key(), letter.value());
        letter.headers().forEach(header -> {
            if (!header.key().startsWith(DeadLetterWriter.HEADERS)) {
                message.headers().add(header);
            }
        });
        return message;
    }

    private Set<String> topics() {
        Set<String> suffixes = groups.get().stream()
                .map(group -> "." + group + DeadLetterWriter.SUFFIX)
                .collect(toSet());
        try (Consumer<String, byte[]> consumer = clients.consumer("deadletters")) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> suffixes.stream().anyMatch(topic::endsWith))
                    .collect(toSet());
        }
    }

    /** Stands at the first waiting record of each partition. */
    private Consumer<String, byte[]> reader(String topic) {
        Consumer<String, byte[]> reader = clients.consumer(topic + ".replay");
        reader.assign(reader.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        return reader;
    }

    private static boolean isAt(Consumer<?, ?> reader, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> reader.position(end.getKey()) >= end.getValue());
    }

    private static long waiting(Consumer<?, ?> reader) {
        Set<TopicPartition> partitions = reader.assignment();
        Map<TopicPartition, OffsetAndMetadata> done = reader.committed(partitions);
        Map<TopicPartition, Long> begins = reader.beginningOffsets(partitions);
        return reader.endOffsets(partitions).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata committed = done.get(end.getKey());
                    return end.getValue() - (committed == null ? begins.get(end.getKey()) : committed.offset());
                })
                .sum();
    }
}
