package okno.webhook.delivery.engine;

import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okno.webhook.delivery.domain.Breaker;
import okno.webhook.delivery.domain.ConcurrencyLimit;
import okno.webhook.delivery.domain.DeficitRoundRobin.Turn;
import okno.webhook.delivery.domain.MedianDuration;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.delivery.domain.Window;
import okno.webhook.delivery.persistence.Destinations.Destination;
import okno.webhook.delivery.persistence.PendingDeliveries.Expected;
import okno.webhook.delivery.persistence.PendingDeliveries.Wish;
import okno.webhook.endpoint.SigningKeys.TimedKey;
import okno.webhook.signing.SigningKey;
import org.jspecify.annotations.Nullable;

/** All that is known of one endpoint while its shard is ours. Touched by the engine's thread only. */
final class Line {

    /** Before every row. */
    private static final UUID START = new UUID(0, 0);

    final UUID id;
    final short shard;
    final long epoch;
    final Turn<Line> turn = new Turn<>(this);
    final ConcurrencyLimit limit;
    final MedianDuration median = new MedianDuration();
    /** Attempts under way, the oldest first. */
    final Map<UUID, Flight> flights = new LinkedHashMap<>();

    /** Rows that are in the window, under way, or not yet recorded: not to be taken from the database again. */
    private final Set<UUID> known = new HashSet<>();

    private final Set<UUID> settledWhileLoading = new HashSet<>();
    private final Set<UUID> unblocking = new HashSet<>();
    private Set<UUID> unblockedByLoad = Set.of();

    Breaker breaker;
    /** The delivery that failed last. */
    @Nullable
    UUID lastRefused;

    boolean slow;
    boolean loading;
    /** False when the last look found nothing beyond what is known. */
    boolean mayHaveMore;

    @Nullable
    Instant nextRetry;

    private Destination destination;
    private Window window;
    private URI url;
    private @Nullable List<TimedKey> keys;
    private UUID cursor = START;
    /** Deliveries were added since the load under way began, which may not have seen them. */
    private boolean addedWhileLoading;

    private boolean rewoundWhileLoading;
    private boolean shut;

    Line(Destination destination, long epoch, ConcurrencyLimit limit) {
        this.id = destination.id();
        this.shard = destination.shard();
        this.epoch = epoch;
        this.limit = limit;
        this.destination = destination;
        this.url = URI.create(destination.url());
        this.window = new Window(destination.ordered());
        this.breaker = destination.breaker();
        this.nextRetry = destination.nextRetry();
    }

    /** Takes over what has changed; what was loaded for another address or order is forgotten and loaded again. */
    void update(Destination seen) {
        if (!seen.changedAt().isAfter(destination.changedAt())) {
            return;
        }
        boolean wasActive = destination.active();
        boolean reordered = seen.ordered() != window.ordered();
        destination = seen;
        keys = null;
        shut = false;
        url = URI.create(seen.url());
        if (seen.active() && !wasActive) {
            breaker = seen.breaker();
            fromStart();
        }
        if (reordered || !seen.active()) {
            forgetWindow();
        }
    }

    private void forgetWindow() {
        known.retainAll(flights.keySet());
        window = new Window(destination.ordered());
        flights.values().forEach(flight -> window.occupy(flight.delivery().subject()));
        fromStart();
    }

    boolean active() {
        return destination.active() && !shut;
    }

    /** Sends nothing more until the endpoint changes: it has just said that it is gone. */
    void shut() {
        shut = true;
    }

    /**
     * Takes a delivery that was made just now without reading it again; false when it has to be read. Not in order:
     * another process may have made one before it that is not known here. The cursor stays, so that one is found.
     */
    boolean takes(Fresh fresh, int windowSize) {
        PendingDelivery delivery = fresh.delivery();
        boolean upToDate = !fresh.endpointChangedAt().isAfter(destination.changedAt());
        boolean room = !mayHaveMore && !loading && window.size() < windowSize;
        if (delivery == null || window.ordered() || !active() || !upToDate || !room) {
            return false;
        }
        if (known.add(delivery.id())) {
            window.offer(delivery);
        }
        return true;
    }

    /** Deliveries were added at the end of the feed. */
    void more() {
        mayHaveMore = true;
        addedWhileLoading = loading;
    }

    /** Deliveries may have been added anywhere. */
    void fromStart() {
        cursor = START;
        more();
        rewoundWhileLoading = loading;
    }

    /** What is under way or not recorded yet is still in the database: more rows than these are news. */
    Expected expected() {
        long again = flights.values().stream()
                .filter(flight -> flight.delivery().step() > 0)
                .count();
        return new Expected(id, known.size() - (int) again, (int) again);
    }

    void keys(List<TimedKey> valid) {
        keys = valid;
    }

    boolean hasKeys() {
        return keys != null && !keys.isEmpty();
    }

    Window window() {
        return window;
    }

    Flight fly(Instant now, long nanos) {
        PendingDelivery delivery = window.take();
        List<SigningKey> valid = keys == null
                ? List.of()
                : keys.stream()
                        .filter(key -> key.signsAt(now))
                        .map(TimedKey::key)
                        .toList();
        var flight = new Flight(this, delivery, url, valid, now, nanos);
        flights.put(delivery.id(), flight);
        return flight;
    }

    /** What to read next, into a window of this size. */
    Wish wish(int windowSize) {
        loading = true;
        addedWhileLoading = false;
        rewoundWhileLoading = false;
        unblockedByLoad = cursor.equals(START) ? Set.copyOf(unblocking) : Set.of();
        return new Wish(id, cursor, Math.max(0, windowSize - window.size()), window.ordered());
    }

    /** Takes in what was read. */
    void loaded(List<PendingDelivery> rows, int limit, @Nullable Instant retryAfterThese, Instant now) {
        loading = false;
        unblocking.removeAll(unblockedByLoad);
        unblockedByLoad.forEach(window::unblock);
        int fresh = 0;
        int again = 0;
        for (PendingDelivery row : rows) {
            if (row.step() == 0) {
                fresh++;
                cursor = rewoundWhileLoading ? cursor : row.id();
            } else {
                again++;
            }
            if (!known.contains(row.id()) && window.offer(row)) {
                known.add(row.id());
            }
        }
        known.removeAll(settledWhileLoading);
        settledWhileLoading.clear();
        mayHaveMore = fresh >= limit || again >= limit || addedWhileLoading;
        boolean passed = nextRetry == null || !nextRetry.isAfter(now);
        if (passed || (retryAfterThese != null && retryAfterThese.isBefore(nextRetry))) {
            nextRetry = retryAfterThese;
        }
    }

    void loadFailed() {
        loading = false;
        mayHaveMore = true;
        known.removeAll(settledWhileLoading);
        settledWhileLoading.clear();
    }

    /** The row failed; it and what was loaded behind it will come from the database again. */
    void block(PendingDelivery delivery) {
        window.block(delivery).forEach(dropped -> known.remove(dropped.id()));
    }

    /** The database knows the result. A load that began before may still bring the row. */
    void settled(PendingDelivery delivery, @Nullable Instant retryAt) {
        if (loading) {
            settledWhileLoading.add(delivery.id());
        } else {
            known.remove(delivery.id());
        }
        if (retryAt != null) {
            nextRetry = nextRetry == null || retryAt.isBefore(nextRetry) ? retryAt : nextRetry;
        } else if (delivery.step() > 0 && window.isBlocked(delivery.subject())) {
            unblocking.add(delivery.subject());
            fromStart();
        }
    }
}
