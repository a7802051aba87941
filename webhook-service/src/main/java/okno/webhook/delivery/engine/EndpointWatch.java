package okno.webhook.delivery.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import okno.webhook.BackgroundLoop;
import okno.webhook.Wakeup;
import okno.webhook.delivery.DeliveryProperties;
import okno.webhook.delivery.persistence.Destinations.Destination;
import org.springframework.stereotype.Component;

/**
 * Looks for what only the database knows: changes of endpoints, and deliveries that another process made. Takes a
 * twentieth of the time at most, however many endpoints there are.
 */
@Component
class EndpointWatch extends BackgroundLoop {

    /** A change is committed some time after it was made. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final Duration CENSUS = Duration.ofSeconds(30);
    private static final Duration AMONG_OTHERS = Duration.ofMillis(10);
    private static final int SHARE = 20;

    private final Loader loader;
    private final ShardKeeper shards;
    private final Mailbox mailbox;
    private final Duration refresh;
    private final Clock clock;
    private final Wakeup pause = new Wakeup();
    private Instant changesSeen = Instant.EPOCH;
    private Instant counted = Instant.EPOCH;

    EndpointWatch(Loader loader, ShardKeeper shards, Mailbox mailbox, DeliveryProperties properties, Clock clock) {
        super("webhook-endpoints", new Wakeup(), properties.lease().refresh());
        this.loader = loader;
        this.shards = shards;
        this.mailbox = mailbox;
        this.refresh = properties.lease().refresh();
        this.clock = clock;
    }

    @Override
    protected boolean work() throws InterruptedException {
        long began = System.nanoTime();
        Instant now = clock.instant();
        if (!now.isBefore(changesSeen.plus(refresh))) {
            List<Destination> changed = loader.changed(shards.served(), now.minus(OVERLAP));
            mailbox.post(lines -> lines.seen(changed));
            changesSeen = now;
        }
        if (now.isAfter(counted.plus(CENSUS))) {
            forgetRemoved();
            counted = now;
        }
        List<UUID> work = loader.withWork(answer(lines -> lines.idle(now)));
        if (!work.isEmpty()) {
            mailbox.post(lines -> lines.committed(work));
        }
        Duration atLeast = shards.alone() ? refresh : AMONG_OTHERS;
        Duration fair = Duration.ofNanos((System.nanoTime() - began) * SHARE);
        pause.await(fair.compareTo(atLeast) > 0 ? fair : atLeast);
        return true;
    }

    private void forgetRemoved() throws InterruptedException {
        List<UUID> known = answer(lines -> List.copyOf(lines.ids()));
        Set<UUID> existing = Set.copyOf(loader.existing(known));
        List<UUID> removed = known.stream().filter(id -> !existing.contains(id)).toList();
        mailbox.post(lines -> lines.removed(removed));
    }

    private <T> List<T> answer(Function<Lines, List<T>> question) throws InterruptedException {
        try {
            return mailbox.ask(question).get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return List.of();
        }
    }
}
