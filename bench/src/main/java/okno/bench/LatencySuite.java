package okno.bench;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import okno.platform.core.Ids;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From the return of a commit until Kafka has its event (the acknowledgement of all replicas), and until a consumer has
 * it, at 2,000 transactions a second of one event each. All are in one process, so one clock measures all ends.
 */
final class LatencySuite implements Suite {

    private static final String NAME = "outbox: commit to Kafka";
    private static final String TOPIC = "okno.bench.thing.v1";
    private static final double PER_SECOND = 2_000;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Duration time = Duration.ofSeconds(settings.quick() ? 3 : 30);
        try (EventStack stack = EventStack.start(settings.layout(), TOPIC)) {
            measure(stack, settings.quick() ? time : Duration.ofSeconds(20));
            double own = ProcessUse.ownCpuSeconds();
            double database = ProcessUse.cpuSeconds(stack.databasePid());
            double kafka = ProcessUse.cpuSeconds(stack.kafkaPid());
            Measured measured = measure(stack, time);
            double commits = measured.commits().getTotalCount() / 1e6;
            String note = "us/commit";
            report.add(
                    NAME,
                    "processor: writers, relay, consumer",
                    (ProcessUse.ownCpuSeconds() - own) / commits,
                    note,
                    "");
            report.add(
                    NAME,
                    "processor: PostgreSQL",
                    (ProcessUse.cpuSeconds(stack.databasePid()) - database) / commits,
                    note,
                    "");
            report.add(NAME, "processor: Kafka", (ProcessUse.cpuSeconds(stack.kafkaPid()) - kafka) / commits, note, "");
            report.add(NAME, "rate wanted", PER_SECOND, "commits/s", "open loop");
            report.add(NAME, "dropped or failed", measured.missed(), "commits", "");
            report.add(NAME, "commit, from the intended time", measured.commits());
            report.add(NAME, "commit to acknowledgement", measured.acknowledged());
            report.add(NAME, "commit to consumer", measured.arrivals());
        }
    }

    private record Measured(Histogram commits, Histogram acknowledged, Histogram arrivals, long missed) {}

    private static Measured measure(EventStack stack, Duration time) throws InterruptedException {
        Map<UUID, Long> committed = new ConcurrentHashMap<>();
        Map<UUID, Long> arrived = new ConcurrentHashMap<>();
        Map<UUID, Long> acknowledged = Acknowledgements.keep();
        var commits = new ConcurrentHistogram(3);
        var loop = new OpenLoop();
        var done = new AtomicBoolean();
        Thread consumer = consume(stack.bootstrap, arrived, done);
        Outbox outbox = stack.service.getBean(Outbox.class);
        var transaction = new TransactionTemplate(stack.service.getBean(PlatformTransactionManager.class));
        loop.run(PER_SECOND, time, intended -> {
            UUID aggregate = Ids.next();
            transaction.executeWithoutResult(status -> outbox.append(event(aggregate)));
            long now = System.nanoTime();
            committed.put(aggregate, now);
            commits.recordValue(now - intended);
        });
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!arrived.keySet().containsAll(committed.keySet()) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        done.set(true);
        consumer.join();
        return new Measured(
                commits, since(committed, acknowledged), since(committed, arrived), loop.dropped() + loop.failed());
    }

    private static Histogram since(Map<UUID, Long> committed, Map<UUID, Long> seen) {
        var times = new Histogram(3);
        committed.forEach((aggregate, at) -> {
            Long then = seen.get(aggregate);
            if (then == null) {
                throw new IllegalStateException("an event did not arrive within ten seconds");
            }
            // The committing thread may be told later than Kafka.
            times.recordValue(Math.max(0, then - at));
        });
        return times;
    }

    private static OutgoingEvent event(UUID aggregate) {
        return new OutgoingEvent(
                TOPIC,
                "okno.thing.changed.v1",
                aggregate,
                1,
                Map.of(
                        "id",
                        aggregate,
                        "status",
                        "SUBMITTED",
                        "text",
                        aggregate.toString().repeat(8)));
    }

    private static Thread consume(String bootstrap, Map<UUID, Long> arrived, AtomicBoolean done) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        // The service makes the topic in its own time after it started.
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (consumer.partitionsFor(TOPIC).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("topic " + TOPIC + " was not made within thirty seconds");
            }
            Thread.onSpinWait();
        }
        consumer.assign(consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
        return Thread.ofPlatform().start(() -> {
            try (consumer) {
                while (!done.get()) {
                    var records = consumer.poll(Duration.ofMillis(100));
                    long now = System.nanoTime();
                    records.forEach(received -> arrived.put(UUID.fromString(received.key()), now));
                }
            }
        });
    }
}
