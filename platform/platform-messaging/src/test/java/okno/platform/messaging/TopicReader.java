package okno.platform.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic from its beginning, without any part of the platform but the reading of headers. */
final class TopicReader implements AutoCloseable {

    private final Consumer<String, byte[]> consumer;
    private final String topic;
    final List<EventEnvelope> events = new ArrayList<>();
    final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();

    TopicReader(KafkaClients clients, String topic) {
        this.consumer = clients.consumer("reader-" + UUID.randomUUID());
        this.topic = topic;
    }

    /** Reads until so many different events have come; fails after the time given. */
    TopicReader until(int distinct, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (ids.size() < distinct) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(ids.size() + " of " + distinct + " events came to " + topic);
            }
            poll();
        }
        return this;
    }

    /** Reads whatever is there by now. */
    TopicReader toEnd() {
        poll();
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
        return this;
    }

    private void poll() {
        if (consumer.assignment().isEmpty()) {
            List<TopicPartition> partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            if (partitions.isEmpty()) {
                return;
            }
        }
        consumer.poll(Duration.ofMillis(100)).forEach(received -> {
            records.add(received);
            EventEnvelope event = EventHeaders.read(received);
            events.add(event);
            ids.add(event.id());
        });
    }

    Set<UUID> ids() {
        return ids;
    }

    /** Versions by aggregate in order of arrival, the second and later deliveries of an event left out. */
    Map<String, List<Long>> versions() {
        Set<UUID> seen = new HashSet<>();
        Map<String, List<Long>> versions = new LinkedHashMap<>();
        for (EventEnvelope event : events) {
            if (seen.add(event.id())) {
                versions.computeIfAbsent(event.subject(), key -> new ArrayList<>())
                        .add(event.sequence());
            }
        }
        return versions;
    }

    /** Pairs of events of one aggregate that arrived the wrong way round. */
    long inversions() {
        long count = 0;
        Map<String, Long> last = new HashMap<>();
        for (var entry : versions().entrySet()) {
            for (long version : entry.getValue()) {
                Long before = last.put(entry.getKey(), version);
                if (before != null && before > version) {
                    count++;
                }
            }
        }
        return count;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
