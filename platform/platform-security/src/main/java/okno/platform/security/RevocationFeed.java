package okno.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills {@link EndedSessions} from Kafka. Every instance reads everything, from as far back as a token may live: the
 * memory is in the process, so there is no consumer group and nothing to commit. While Kafka is down tokens live until
 * they expire, and the service works.
 */
final class RevocationFeed implements SmartLifecycle {

    static final String SESSIONS = "okno.identity.session.v1";
    static final String RIGHTS = "okno.org.acting.v1";
    static final String POWERS = "okno.org.power.v1";
    static final String CLIENTS = "okno.identity.client.v1";

    private static final Logger LOG = LoggerFactory.getLogger(RevocationFeed.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** How soon a topic or a partition that did not exist before is noticed. */
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(3);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final EndedSessions ended;
    private final Duration memory;
    private final Clock clock;
    private volatile @Nullable Thread reader;
    private volatile @Nullable Consumer<byte[], byte[]> open;

    RevocationFeed(Supplier<Consumer<byte[], byte[]>> consumers, EndedSessions ended, Duration memory, Clock clock) {
        this.consumers = consumers;
        this.ended = ended;
        this.memory = memory;
        this.clock = clock;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("revocations").unstarted(this::readForEver);
        // Before it starts: the thread reads only while it is known as the reader.
        reader = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = reader;
        reader = null;
        Consumer<byte[], byte[]> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }

    private void readForEver() {
        while (Thread.currentThread() == reader) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                open = consumer;
                follow(consumer);
            } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
                LOG.debug("Asked to stop", e);
            } catch (KafkaException e) {
                LOG.warn("Ended sessions cannot be followed for now: {}", e.toString());
                pause();
            }
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> assigned = new HashSet<>();
        long lookAt = System.nanoTime();
        while (Thread.currentThread() == reader) {
            if (System.nanoTime() >= lookAt) {
                assignNew(consumer, assigned);
                lookAt = System.nanoTime() + LOOK_FOR_PARTITIONS.toNanos();
            }
            if (assigned.isEmpty()) {
                pause();
            } else {
                consumer.poll(POLL).forEach(this::apply);
            }
        }
    }

    private void assignNew(Consumer<byte[], byte[]> consumer, Set<TopicPartition> assigned) {
        Map<TopicPartition, Long> added = new HashMap<>();
        long since = clock.instant().minus(memory).toEpochMilli();
        for (String topic : List.of(SESSIONS, RIGHTS, POWERS, CLIENTS)) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            for (PartitionInfo partition : partitions == null ? List.<PartitionInfo>of() : partitions) {
                added.put(new TopicPartition(topic, partition.partition()), since);
            }
        }
        added.keySet().removeAll(assigned);
        if (added.isEmpty()) {
            return;
        }
        Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(added);
        // The end is taken before reading begins: what comes after the look-up of offsets is not skipped.
        Map<TopicPartition, Long> ends = consumer.endOffsets(added.keySet());
        assigned.addAll(added.keySet());
        consumer.assign(assigned);
        added.keySet().forEach(partition -> {
            OffsetAndTimestamp start = starts.get(partition);
            consumer.seek(partition, start != null ? start.offset() : ends.getOrDefault(partition, 0L));
        });
    }

    private void apply(ConsumerRecord<byte[], byte[]> event) {
        try {
            switch (type(event)) {
                case "okno.session.ended.v1" -> {
                    JsonNode data = JSON.readTree(event.value());
                    ended.end(text(data, "sessionId"), Instant.ofEpochMilli(event.timestamp()));
                }
                case "okno.acting_right.withdrawn.v1" -> {
                    JsonNode data = JSON.readTree(event.value());
                    ended.withdraw(
                            text(data, "orgId"), text(data, "personId"), Instant.parse(text(data, "occurredAt")));
                }
                case "okno.power_of_attorney.ended.v1" -> {
                    JsonNode data = JSON.readTree(event.value());
                    ended.endPower(text(data, "powerOfAttorneyId"), Instant.ofEpochMilli(event.timestamp()));
                }
                case "okno.client.status_changed.v1" -> {
                    JsonNode data = JSON.readTree(event.value());
                    apply(text(data, "clientId"), text(data, "status"), Instant.ofEpochMilli(event.timestamp()));
                }
                default -> LOG.debug("Not a revocation: {} at {}", event.topic(), event.offset());
            }
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            LOG.error("Revocation {} at {} cannot be read", event.topic(), event.offset(), e);
        }
    }

    private void apply(String clientId, String status, Instant at) {
        switch (status) {
            case "SUSPENDED", "CLOSED" -> ended.suspend(clientId, at);
            // Keycloak has let it in again: from APPROVED on it may have tokens.
            case "APPROVED", "ACTIVE" -> ended.allow(clientId);
            default -> LOG.debug("Client {} is {}", clientId, status);
        }
    }

    private static String type(ConsumerRecord<byte[], byte[]> event) {
        Header type = event.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), UTF_8);
    }

    private static String text(JsonNode data, String name) {
        JsonNode value = data.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.stringValue();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
