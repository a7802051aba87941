package okno.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Moves events from the outbox to Kafka: reads the oldest rows, sends them, waits for the acknowledgements, deletes what
 * was acknowledged. One relay per database is active; the others stand by for its lock. No transaction is open while
 * sending, and a row is only ever deleted after Kafka has it, so a crash repeats events but never loses one.
 */
public class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration STANDBY = Duration.ofMillis(500);
    private static final Duration BUSY_FOR = Duration.ofSeconds(5);

    private final MessagingProperties properties;
    private final ConnectionOpener opener;
    private final Supplier<Producer<String, byte[]>> producers;
    private final RelaySignal signal;
    private final byte[] source;

    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile boolean active;

    OutboxRelay(
            MessagingProperties properties,
            ConnectionOpener opener,
            Supplier<Producer<String, byte[]>> producers,
            RelaySignal signal) {
        this.properties = properties;
        this.opener = opener;
        this.producers = producers;
        this.signal = signal;
        this.source = properties.source().getBytes(UTF_8);
    }

    /** Opens the relay's own connection. */
    @FunctionalInterface
    interface ConnectionOpener {
        OutboxConnection open() throws SQLException;
    }

    /** True while this process is the one that relays. */
    public boolean isActive() {
        return active;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread relay = thread;
        if (relay != null) {
            relay.interrupt();
            try {
                relay.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try (OutboxConnection outbox = opener.open();
                    Producer<String, byte[]> producer = producers.get()) {
                relayWhileOwner(outbox, producer);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | ExecutionException | RuntimeException e) {
                if (running) {
                    LOG.warn("Outbox relay stopped and will begin again: {}", e.toString());
                    pause(STANDBY);
                }
            } finally {
                active = false;
            }
        }
    }

    private void relayWhileOwner(OutboxConnection outbox, Producer<String, byte[]> producer)
            throws SQLException, InterruptedException, ExecutionException {
        while (running && !outbox.tryToOwn()) {
            Thread.sleep(STANDBY);
        }
        active = true;
        long lastEvent = System.nanoTime();
        while (running) {
            List<OutboxRow> rows = outbox.read(properties.relayBatch());
            if (rows.isEmpty()) {
                boolean busy = System.nanoTime() - lastEvent < BUSY_FOR.toNanos();
                signal.await(busy ? properties.busyPoll() : properties.idlePoll());
            } else {
                outbox.delete(send(rows, producer));
                lastEvent = System.nanoTime();
            }
        }
    }

    /**
     * Sends the rows in order and returns the ids that may be deleted: acknowledged, with no earlier row of the same
     * aggregate unacknowledged, so that a resend keeps the order of each aggregate.
     */
    private Long[] send(List<OutboxRow> rows, Producer<String, byte[]> producer)
            throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            sent.add(producer.send(toRecord(row)));
        }
        producer.flush();
        List<Long> acknowledged = new ArrayList<>(rows.size());
        Set<UUID> blocked = new HashSet<>();
        ExecutionException failure = null;
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            try {
                sent.get(i).get();
                if (!blocked.contains(row.aggregateId())) {
                    acknowledged.add(row.id());
                }
            } catch (ExecutionException e) {
                blocked.add(row.aggregateId());
                failure = e;
            }
        }
        if (acknowledged.isEmpty() && failure != null) {
            throw failure;
        }
        return acknowledged.toArray(Long[]::new);
    }

    private ProducerRecord<String, byte[]> toRecord(OutboxRow row) {
        var message = new ProducerRecord<>(row.topic(), row.aggregateId().toString(), row.payload());
        EventHeaders.write(message.headers(), row, source);
        return message;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
