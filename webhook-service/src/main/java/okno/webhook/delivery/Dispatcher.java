package okno.webhook.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okno.webhook.BackgroundLoop;
import okno.webhook.delivery.persistence.DeliveryQueue;
import okno.webhook.delivery.persistence.DeliveryQueue.ClaimedDelivery;
import okno.webhook.delivery.persistence.DeliveryQueue.Window;
import okno.webhook.egress.EgressProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands due deliveries to threads of their own, never more at a time than this process may have in flight. */
@Component
class Dispatcher extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration BUSY_FOR = Duration.ofSeconds(2);

    private final DeliveryQueue queue;
    private final AttemptDelivery attempt;
    private final DeliveryProperties properties;
    private final Duration lease;
    private final Clock clock;
    private final Semaphore permits;
    private final Duration stopWithin;
    private final DispatchSignal signal;
    private long lastWork = System.nanoTime();

    Dispatcher(
            DeliveryQueue queue,
            AttemptDelivery attempt,
            DeliveryProperties properties,
            EgressProperties egress,
            DispatchSignal signal,
            Clock clock) {
        super("webhook-dispatcher", signal.wakeup(), properties.idlePoll());
        this.queue = queue;
        this.attempt = attempt;
        this.properties = properties;
        this.lease = egress.deadline().plus(properties.leaseMargin());
        this.stopWithin = egress.deadline();
        this.signal = signal;
        this.clock = clock;
        this.permits = new Semaphore(properties.inFlight());
    }

    @Override
    protected boolean work() throws InterruptedException {
        int free = awaitPermits();
        Instant now = clock.instant();
        var window = new Window(free, properties.perEndpoint(), properties.breakerThreshold());
        var claimed = queue.claim(window, UUID.randomUUID(), now, now.plus(lease));
        for (ClaimedDelivery delivery : claimed) {
            permits.acquire();
            Thread.ofVirtual().name("webhook-", 0).start(() -> send(delivery));
        }
        if (!claimed.isEmpty()) {
            lastWork = System.nanoTime();
        } else if (System.nanoTime() - lastWork > BUSY_FOR.toNanos()) {
            return false;
        }
        signal.wakeup().await(properties.busyPoll());
        return true;
    }

    private int awaitPermits() throws InterruptedException {
        permits.acquire();
        permits.release();
        return Math.max(1, permits.availablePermits());
    }

    private void send(ClaimedDelivery delivery) {
        try {
            attempt.handle(delivery);
        } catch (RuntimeException e) {
            // The row stays claimed until its lease ends and is then sent again: nothing is lost, only late.
            LOG.warn("Result of delivery {} could not be recorded: {}", delivery.id(), e.toString());
        } finally {
            permits.release();
        }
    }

    /** What is in flight is given the time a POST may take. */
    @Override
    public void stop() {
        super.stop();
        try {
            if (permits.tryAcquire(properties.inFlight(), stopWithin.toMillis(), TimeUnit.MILLISECONDS)) {
                permits.release(properties.inFlight());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
