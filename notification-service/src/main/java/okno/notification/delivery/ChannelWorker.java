package okno.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okno.notification.channel.MessageChannel;
import okno.notification.channel.SendOutcome;
import okno.notification.delivery.persistence.Deliveries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the queue of one channel. It leases only as many rows as it can send now, and rests while the provider is down,
 * so that neither one slow message nor a dead provider delays anything but itself.
 */
final class ChannelWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelWorker.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final MessageChannel channel;
    private final Deliveries deliveries;
    private final AttemptDelivery attemptDelivery;
    private final DeliveryProperties properties;
    private final Clock clock;
    private final Timer delivered;

    private final Semaphore free;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Thread loop;
    private int failuresInARow;
    private Instant restUntil = Instant.MIN;

    ChannelWorker(
            MessageChannel channel,
            Deliveries deliveries,
            AttemptDelivery attemptDelivery,
            DeliveryProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.channel = channel;
        this.deliveries = deliveries;
        this.attemptDelivery = attemptDelivery;
        this.properties = properties;
        this.clock = clock;
        this.free = new Semaphore(properties.parallel());
        this.delivered = Timer.builder("okno.notification.delivery")
                .description("From the event to the provider's acceptance; le=10 over count is the share under 10 s")
                .tag("channel", channel.channel().name())
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(meters);
    }

    void start() {
        loop = Thread.ofVirtual().name("delivery-" + channel.channel()).start(this::run);
    }

    /** Looks into the queue now. */
    void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** Stops leasing and lets what is being sent end; it may be started again. */
    void stop() {
        Thread running = loop;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(5));
            if (free.tryAcquire(properties.parallel(), 10, TimeUnit.SECONDS)) {
                free.release(properties.parallel());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (sendSome() == 0) {
                    wake.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} deliveries rest after a failure: {}", channel.channel(), e.toString());
                rest();
            }
        }
    }

    private int sendSome() throws InterruptedException {
        if (resting()) {
            return 0;
        }
        free.acquire();
        int slots = 1 + free.drainPermits();
        int used = 0;
        try {
            List<PendingDelivery> leased =
                    deliveries.lease(channel.channel(), clock.instant(), properties.lease(), slots);
            for (PendingDelivery delivery : leased) {
                senders.execute(() -> send(delivery));
                used++;
            }
            return used;
        } finally {
            free.release(slots - used);
        }
    }

    private void send(PendingDelivery delivery) {
        try {
            SendOutcome outcome = attemptDelivery.handle(delivery, channel);
            switch (outcome) {
                case SendOutcome.Accepted accepted -> {
                    delivered.record(Duration.between(delivery.occurredAt(), clock.instant()));
                    recovered();
                }
                case SendOutcome.Refused refused -> recovered();
                case SendOutcome.Unavailable unavailable -> rest();
            }
        } catch (RuntimeException e) {
            // The lease ends and the row is tried again; without a record nothing is claimed to be sent.
            LOG.error("Delivery {} could not be attempted", delivery.id(), e);
        } finally {
            free.release();
            wake();
        }
    }

    private synchronized boolean resting() {
        return clock.instant().isBefore(restUntil);
    }

    private synchronized void recovered() {
        failuresInARow = 0;
        restUntil = Instant.MIN;
    }

    private synchronized void rest() {
        failuresInARow++;
        restUntil = clock.instant().plus(Pauses.after(failuresInARow, Duration.ofMillis(200), LONGEST_REST));
    }
}
