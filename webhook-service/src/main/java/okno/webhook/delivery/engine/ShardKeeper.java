package okno.webhook.delivery.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okno.webhook.BackgroundLoop;
import okno.webhook.Wakeup;
import okno.webhook.delivery.DeliveryProperties;
import okno.webhook.delivery.persistence.ShardLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps the leases of this process, takes its share of the shards, and gives back what others should have. */
@Component
class ShardKeeper extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ShardKeeper.class);
    /** Before the lease ends nothing new is sent: clocks of two machines do not run alike. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final Duration WHILE_LEAVING = Duration.ofMillis(50);

    private final ShardLeases leases;
    private final Loader loader;
    private final Mailbox mailbox;
    private final DeliveryProperties.Lease lease;
    private final Wakeup pause = new Wakeup();
    private final Map<Short, Long> owned = new HashMap<>();
    private final Set<Short> leaving = new HashSet<>();
    private boolean begun;
    private volatile Set<Short> served = Set.of();
    private volatile boolean alone = true;

    ShardKeeper(ShardLeases leases, Loader loader, Mailbox mailbox, DeliveryProperties properties) {
        super("webhook-shards", new Wakeup(), properties.lease().renew());
        this.leases = leases;
        this.loader = loader;
        this.mailbox = mailbox;
        this.lease = properties.lease();
    }

    /** Started first and stopped last of the engine's threads. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 2;
    }

    /** Shards whose endpoints this process looks after. */
    Set<Short> served() {
        return served;
    }

    /** True when nobody else makes deliveries that this process does not know of. */
    boolean alone() {
        return alone;
    }

    @Override
    protected boolean work() throws InterruptedException {
        long began = System.nanoTime();
        int living = Math.max(1, leases.sayAlive(lease.instance(), lease.length()));
        alone = living == 1;
        Map<Short, Long> gained = new HashMap<>();
        if (begun) {
            renew();
        } else {
            gained.putAll(leases.takeBack(lease.instance(), lease.length()));
            begun = true;
        }
        int share = (ShardLeases.SHARDS + living - 1) / living;
        int missing = share - owned.size() - gained.size();
        if (missing > 0) {
            gained.putAll(leases.claim(lease.instance(), missing, lease.length()));
        }
        owned.putAll(gained);
        giveAway(share);
        publish(gained.keySet(), began);
        if (leaving.isEmpty()) {
            return false;
        }
        pause.await(WHILE_LEAVING);
        return true;
    }

    private void renew() {
        Map<Short, Long> renewed = leases.renew(lease.instance(), lease.length());
        boolean shared = renewed.entrySet().stream()
                .anyMatch(entry ->
                        owned.containsKey(entry.getKey()) && !entry.getValue().equals(owned.get(entry.getKey())));
        if (shared) {
            LOG.error("Another process runs under the name {}: what it took is left to it", lease.instance());
        }
        if (owned.entrySet().removeIf(entry -> !entry.getValue().equals(renewed.get(entry.getKey())))) {
            LOG.warn("Shards were lost to another process; {} are left", owned.size());
        }
        leaving.retainAll(owned.keySet());
    }

    private void giveAway(int share) throws InterruptedException {
        owned.keySet().stream()
                .filter(shard -> !leaving.contains(shard))
                .sorted()
                .skip(share)
                .forEach(leaving::add);
        Set<Short> quiet = new HashSet<>();
        for (short shard : leaving) {
            if (hasLeft(shard)) {
                quiet.add(shard);
            }
        }
        if (!quiet.isEmpty()) {
            leases.release(lease.instance(), quiet);
            owned.keySet().removeAll(quiet);
            leaving.removeAll(quiet);
        }
    }

    private boolean hasLeft(short shard) throws InterruptedException {
        try {
            // The engine must have heard that the shard is left, or it would send on while it is given away.
            return mailbox.ask(lines -> lines.hasLeft(shard)).get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private void publish(Set<Short> gained, long began) {
        Map<Short, Long> epochs = Map.copyOf(owned);
        Set<Short> left = Set.copyOf(leaving);
        long until = began + lease.length().minus(MARGIN).toNanos();
        served = epochs.keySet();
        var destinations = loader.ofShards(gained);
        mailbox.post(lines -> {
            lines.own(epochs, left, until);
            lines.seen(destinations);
        });
    }

    @Override
    public void stop() {
        super.stop();
        if (!owned.isEmpty()) {
            leases.release(lease.instance(), owned.keySet());
            owned.clear();
        }
        leases.sayGone(lease.instance());
    }
}
