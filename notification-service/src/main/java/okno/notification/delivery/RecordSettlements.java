package okno.notification.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okno.notification.delivery.persistence.Settlements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Writes what attempts came to, many in one transaction. While the database is away it keeps them: the queue holds no
 * more than was leased. What a crash takes with it is repeated under the same message id.
 */
@Service
public class RecordSettlements implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RecordSettlements.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Written together, outcomes cost a fraction; what a crash takes meanwhile is a few more repeats. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private final Settlements settlements;
    private final MeterRegistry meters;
    private final BlockingQueue<Settlement> queue = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private @Nullable Thread loop;

    RecordSettlements(Settlements settlements, MeterRegistry meters) {
        this.settlements = settlements;
        this.meters = meters;
    }

    void add(Settlement settlement, String provider) {
        queue.add(settlement);
        String outcome = settlement.getClass().getSimpleName();
        meters.counter("okno.notification.attempts", "provider", provider, "outcome", outcome)
                .increment();
        if (settlement instanceof Settlement.Accepted accepted) {
            PendingDelivery delivery = accepted.delivery();
            timer(delivery.channel().name()).record(Duration.between(delivery.expectedSince(), accepted.at()));
        }
    }

    private Timer timer(String channel) {
        return Timer.builder("okno.notification.delivery")
                .description("From the event, or the end of quiet hours, to the provider's acceptance; "
                        + "le=10 over count is the share under 10 s")
                .tag("channel", channel)
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1))
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        loop = Thread.ofVirtual().name("settlements").start(this::run);
    }

    /** After the workers, which have nothing to add by then. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    public void stop() {
        running = false;
        Thread started = loop;
        if (started == null) {
            return;
        }
        try {
            started.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        started.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        List<Settlement> batch = new ArrayList<>();
        try {
            while (running || !queue.isEmpty() || !batch.isEmpty()) {
                Settlement first = batch.isEmpty() ? queue.poll(100, TimeUnit.MILLISECONDS) : null;
                if (first != null) {
                    batch.add(first);
                    Thread.sleep(GATHER);
                    queue.drainTo(batch, BATCH - 1);
                }
                if (!batch.isEmpty() && written(batch)) {
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            // What is not written is repeated by whoever leases it next.
            LOG.warn("{} settlements were not written", batch.size() + queue.size());
        }
    }

    private boolean written(List<Settlement> batch) throws InterruptedException {
        try {
            settlements.write(batch);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} settlements wait to be written: {}", batch.size(), e.toString());
            Thread.sleep(PAUSE);
            return false;
        }
    }
}
