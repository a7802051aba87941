package okno.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okno.notification.channel.Provider;
import okno.notification.channel.Rota;
import okno.notification.preference.Wishes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the queue of one channel through one provider. It leases only what it can send now: all there is while the
 * provider is the channel's choice, a probe while it is on trial, and always what only it may repeat. Its places are its
 * own, so a slow provider holds up nobody else's messages.
 */
final class ProviderWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderWorker.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Provider provider;
    private final Rota rota;
    private final SendLeased sendLeased;
    private final DeliveryProperties properties;

    private final Semaphore free;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService senders;
    private @Nullable Thread loop;
    private volatile boolean rest;

    ProviderWorker(Provider provider, Rota rota, SendLeased sendLeased, DeliveryProperties properties) {
        this.provider = provider;
        this.rota = rota;
        this.sendLeased = sendLeased;
        this.properties = properties;
        this.free = new Semaphore(properties.parallel());
        this.senders = senders(properties.parallel());
        provider.onChange(this::wake);
    }

    /** Threads that stay: Tink sets up a random generator for each thread anew, which costs more than a message. */
    private static ExecutorService senders(int parallel) {
        var threads = new ThreadPoolExecutor(
                parallel,
                parallel,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("sender-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    void start() {
        loop = Thread.ofVirtual().name("delivery-" + provider.name()).start(this::run);
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
                if (rest) {
                    rest = false;
                    Thread.sleep(REST);
                }
                if (sendSome() == 0) {
                    wake.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                }
                // Rows come one by one; leased together they cost a fraction.
                Thread.sleep(properties.gather());
                wake.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Deliveries by {} rest after a failure: {}", provider.name(), e.toString());
                rest = true;
            }
        }
    }

    private int sendSome() throws InterruptedException {
        free.acquire();
        int slots = 1 + free.drainPermits();
        int places = 0;
        int used = 0;
        try {
            places = rota.reserve(provider, slots);
            if (places == 0) {
                return 0;
            }
            List<PendingDelivery> leased = sendLeased.lease(provider, rota.takesNew(provider), places);
            Map<String, Wishes> wishes = leased.isEmpty() ? Map.of() : sendLeased.wishes(leased);
            for (PendingDelivery delivery : leased) {
                Wishes wanted = Objects.requireNonNull(wishes.get(delivery.personId()));
                senders.execute(() -> send(delivery, wanted));
                used++;
            }
            return used;
        } finally {
            provider.giveBack(places - used);
            free.release(slots - used);
        }
    }

    private void send(PendingDelivery delivery, Wishes wishes) {
        try {
            rest |= !sendLeased.send(delivery, provider, wishes);
        } catch (RuntimeException e) {
            // The lease ends and the row is tried again; without a record nothing is claimed to be sent.
            LOG.error("Delivery {} could not be attempted", delivery.id(), e);
        } finally {
            free.release();
        }
    }
}
