package okno.keycloak.audit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Sends committed events to Kafka in a thread of its own, so that no log-in ever waits for Kafka.
 *
 * <p><b>Guarantee</b>: every event that Keycloak's store keeps arrives at least once, and nothing arrives of a transaction
 * that was rolled back. What is lost on the way (Keycloak killed between its commit and Kafka's answer, Kafka away, the
 * buffer full) is read from the store again: from {@code window} before the start, and from the oldest message that
 * could not be sent. So an event is missing for good only when Kafka was away for longer than the window <em>and</em>
 * Keycloak ended meanwhile, or when the realm's {@code eventsExpiration} was faster. Consumers know a repeated event by
 * its id.
 */
final class EventFeed implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(EventFeed.class);
    private static final long NOTHING = Long.MAX_VALUE;

    private final Producer<String, byte[]> kafka;
    private final StoredEvents stored;
    private final BlockingQueue<Message> waiting;
    private final Duration pause;
    private final AtomicLong missedSince;
    private final Thread thread = new Thread(this::run, "okno-event-feed");
    private volatile boolean closed;

    /** @param missedSince where to begin, milliseconds since 1970 */
    EventFeed(Producer<String, byte[]> kafka, StoredEvents stored, int buffer, long missedSince, Duration pause) {
        this.kafka = kafka;
        this.stored = stored;
        this.waiting = new ArrayBlockingQueue<>(buffer);
        this.missedSince = new AtomicLong(missedSince);
        this.pause = pause;
    }

    /** A page of what the event store kept. */
    @FunctionalInterface
    interface StoredEvents {

        /**
         * Gives every stored event since this moment to {@code page}, some at a time, until that answers false.
         *
         * @return whether it came to the end
         */
        boolean since(long millis, Function<List<Message>, Boolean> page);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Never waits. */
    void offer(Message message) {
        if (!waiting.offer(message)) {
            missed(message.time());
        }
    }

    private void missed(long since) {
        if (missedSince.getAndAccumulate(since, Math::min) == NOTHING) {
            LOG.warn("Events could not be sent to Kafka; they will be read from the store again");
        }
    }

    private void run() {
        while (!closed) {
            try {
                step();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void step() throws InterruptedException {
        long since = missedSince.getAndSet(NOTHING);
        if (since != NOTHING && !repeat(since)) {
            missedSince.accumulateAndGet(since, Math::min);
            // What waits meanwhile waits in the queue, and in the store when that is full.
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            return;
        }
        Message message = waiting.poll(pause.toMillis(), TimeUnit.MILLISECONDS);
        if (message != null) {
            send(message);
        }
    }

    /** Whether all that is stored since then has arrived. */
    private boolean repeat(long since) {
        try {
            return stored.since(since, this::sendAll);
        } catch (RuntimeException unreadable) {
            LOG.warnf("Events since %d could not be read: %s", since, unreadable.toString());
            return false;
        }
    }

    private boolean sendAll(List<Message> page) {
        for (Message message : page) {
            send(message);
            // Without brokers every attempt waits for them; one tells enough.
            if (missedSince.get() != NOTHING) {
                return false;
            }
        }
        kafka.flush();
        return missedSince.get() == NOTHING;
    }

    private void send(Message message) {
        try {
            kafka.send(message.toRecord(), (sent, failure) -> {
                if (failure != null) {
                    missed(message.time());
                }
            });
        } catch (KafkaException failure) {
            missed(message.time());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        // What is in the queue is in the store as well.
        kafka.close(Duration.ofSeconds(2));
    }
}
