package okno.notification.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okno.notification.NotificationAdded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Feeds the open streams of this instance from the database: one query for all connected persons, at once after a commit
 * here and at the next poll after a commit elsewhere. So every instance sees every notification, whoever added it.
 */
@Service
public class InboxFeed implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxFeed.class);
    private static final int BATCH = 500;

    private final InboxQueries inbox;
    private final StreamProperties properties;
    private final Map<String, List<Subscription>> subscriptions = new HashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread loop;

    InboxFeed(InboxQueries inbox, StreamProperties properties) {
        this.inbox = inbox;
        this.properties = properties;
    }

    /** Begins behind this position; the person's oldest stream ends when there are too many. */
    public Subscription subscribe(String personId, long position) {
        var subscription = new Subscription(personId, position);
        synchronized (subscriptions) {
            List<Subscription> all = subscriptions.computeIfAbsent(personId, any -> new ArrayList<>());
            all.add(subscription);
            if (all.size() > properties.perPerson()) {
                all.removeFirst().close();
            }
        }
        wake.release();
        return subscription;
    }

    public void unsubscribe(Subscription subscription) {
        subscription.close();
        synchronized (subscriptions) {
            subscriptions.computeIfPresent(subscription.personId(), (person, all) -> {
                all.remove(subscription);
                return all.isEmpty() ? null : all;
            });
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void on(NotificationAdded added) {
        synchronized (subscriptions) {
            if (!subscriptions.containsKey(added.personId())) {
                return;
            }
        }
        wake.release();
    }

    @Override
    public void start() {
        running = true;
        loop = Thread.ofVirtual().name("inbox-feed").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread started = loop;
        if (started != null) {
            started.interrupt();
        }
        synchronized (subscriptions) {
            subscriptions.values().forEach(all -> all.forEach(Subscription::close));
            subscriptions.clear();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (feed() < BATCH) {
                    wake.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Inbox streams wait: {}", e.toString());
                wake.drainPermits();
                pause();
            }
        }
    }

    private int feed() {
        Map<String, Long> positions = positions();
        if (positions.isEmpty()) {
            return 0;
        }
        List<InboxQueries.Item> items = inbox.after(positions, BATCH);
        synchronized (subscriptions) {
            for (InboxQueries.Item item : items) {
                subscriptions.getOrDefault(item.personId(), List.of()).forEach(open -> open.offer(item));
            }
        }
        return items.size();
    }

    private Map<String, Long> positions() {
        Map<String, Long> positions = new HashMap<>();
        synchronized (subscriptions) {
            subscriptions.forEach((person, all) -> all.stream()
                    .filter(Subscription::open)
                    .forEach(open -> positions.merge(person, open.position(), Math::min)));
        }
        return positions;
    }

    private void pause() {
        try {
            Thread.sleep(properties.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
