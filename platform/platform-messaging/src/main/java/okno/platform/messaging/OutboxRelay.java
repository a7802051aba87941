package okno.platform.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
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
    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);
    private static final Duration BUSY_FOR = Duration.ofSeconds(5);
    private static final Duration LAST_EVENTS = Duration.ofSeconds(5);

    private final MessagingProperties properties;
    private final ConnectionOpener opener;
    private final Supplier<OutboxSender> senders;
    private final RelaySignal signal;
    private final LongAdder sent = new LongAdder();

    private @Nullable Thread thread;
    private volatile boolean running;
    private volatile boolean active;

    OutboxRelay(
            MessagingProperties properties,
            ConnectionOpener opener,
            Supplier<OutboxSender> senders,
            RelaySignal signal) {
        this.properties = properties;
        this.opener = opener;
        this.senders = senders;
        this.signal = signal;
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

    /** Events that this process has brought to Kafka, repeats included. */
    public long sent() {
        return sent.sum();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
    }

    /** Sends what is already in the outbox, if that can be done in a few seconds, and lets go of the lock. */
    @Override
    public void stop() {
        running = false;
        signal.raise();
        Thread relay = thread;
        if (relay == null) {
            return;
        }
        try {
            if (!relay.join(LAST_EVENTS)) {
                relay.interrupt();
                relay.join(LAST_EVENTS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the web server and the listeners, whose last commits it still carries. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (running) {
            try (OutboxConnection outbox = opener.open();
                    OutboxSender sender = senders.get()) {
                relayUntilStopped(outbox, sender);
            } catch (InterruptedException e) {
                return;
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.warn("Outbox relay stopped and will begin again: {}", e.toString());
                    pause(STANDBY);
                }
            } finally {
                active = false;
            }
        }
    }

    private void relayUntilStopped(OutboxConnection outbox, OutboxSender sender)
            throws SQLException, InterruptedException {
        while (!outbox.tryToOwn()) {
            if (!running) {
                return;
            }
            Thread.sleep(STANDBY);
        }
        active = true;
        try {
            relay(outbox, sender);
        } catch (InterruptedException | RuntimeException e) {
            sender.abandon();
            throw e;
        }
    }

    private void relay(OutboxConnection outbox, OutboxSender sender) throws SQLException, InterruptedException {
        long lastEvent = System.nanoTime();
        while (true) {
            // Before the look: the last look then sees everything that was committed before the stop.
            boolean last = !running;
            long begun = System.nanoTime();
            List<OutboxRow> rows = outbox.read(properties.relayBatch());
            if (!rows.isEmpty()) {
                sendAndDelete(rows, outbox, sender);
                lastEvent = System.nanoTime();
                Thread.sleep(properties.relayPace().minusNanos(lastEvent - begun));
            } else if (last) {
                return;
            } else {
                boolean busy = System.nanoTime() - lastEvent < BUSY_FOR.toNanos();
                signal.await(busy ? properties.busyPoll() : properties.idlePoll());
            }
        }
    }

    private void sendAndDelete(List<OutboxRow> rows, OutboxConnection outbox, OutboxSender sender)
            throws SQLException, InterruptedException {
        OutboxSender.Sent result = sender.send(rows);
        outbox.delete(result.ids());
        sent.add(result.ids().length);
        if (result.failure() != null) {
            LOG.warn(
                    "Kafka did not take {} events: {}",
                    rows.size() - result.ids().length,
                    String.valueOf(result.failure()));
            if (sender.isBroken()) {
                throw new IllegalStateException("Kafka does not answer", result.failure());
            }
            Thread.sleep(AFTER_FAILURE);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
