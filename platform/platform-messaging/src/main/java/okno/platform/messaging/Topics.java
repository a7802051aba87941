package okno.platform.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Creates the topics that this service needs, beside the start of the service: Kafka may come up later than the service,
 * and no service has to start before another.
 */
final class Topics implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final int ANSWER_SECONDS = 10;

    private final MessagingProperties properties;
    private final KafkaClients clients;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;

    Topics(MessagingProperties properties, KafkaClients clients) {
        this.properties = properties;
        this.clients = clients;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("topics").start(this::createAll);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the relay and the listeners, which need what it creates. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Makes sure the topic is there, with the partitions and copies of the settings. */
    void ensure(String topic) throws InterruptedException {
        if (!known.contains(topic)) {
            create(List.of(newTopic(topic, properties.partitions(), Map.of())));
        }
    }

    /** Makes sure a topic is there for dead letters: kept until somebody has looked, however large. */
    void ensureDeadLetters(String topic, int partitions) throws InterruptedException {
        if (!known.contains(topic)) {
            create(List.of(newTopic(topic, partitions, Map.of("retention.ms", "-1", "max.message.bytes", "4194304"))));
        }
    }

    private void createAll() {
        List<NewTopic> topics = Stream.concat(properties.publishes().stream(), properties.consumes().stream())
                .distinct()
                .map(topic -> newTopic(topic, properties.partitions(), Map.of()))
                .toList();
        boolean done = topics.isEmpty();
        while (!done && !Thread.currentThread().isInterrupted()) {
            done = tryToCreate(topics);
        }
    }

    private boolean tryToCreate(List<NewTopic> topics) {
        try {
            create(topics);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Topics cannot be created yet: {}", e.toString());
            try {
                Thread.sleep(AGAIN);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return false;
    }

    private void create(Collection<NewTopic> topics) throws InterruptedException {
        try (Admin admin = clients.admin()) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                try {
                    created.getValue().get(ANSWER_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("topic " + created.getKey() + " was not created", e.getCause());
                    }
                } catch (TimeoutException e) {
                    throw new IllegalStateException("Kafka does not answer", e);
                }
                known.add(created.getKey());
            }
        }
    }

    private NewTopic newTopic(String name, int partitions, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        // One copy may be lost without losing writes or stopping them.
        all.put("min.insync.replicas", Integer.toString(Math.max(1, properties.replicas() - 1)));
        return new NewTopic(name, partitions, properties.replicas()).configs(all);
    }
}
