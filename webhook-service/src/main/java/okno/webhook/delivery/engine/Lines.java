package okno.webhook.delivery.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okno.webhook.delivery.DeliveryProperties.Flow;
import okno.webhook.delivery.domain.Breaker;
import okno.webhook.delivery.domain.ConcurrencyLimit;
import okno.webhook.delivery.domain.DeficitRoundRobin;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.delivery.domain.Permits;
import okno.webhook.delivery.persistence.Destinations.Destination;
import okno.webhook.delivery.persistence.PendingDeliveries.Expected;
import okno.webhook.delivery.persistence.PendingDeliveries.Wish;

/**
 * Every endpoint that is ours, and what may be sent to whom now. Decides and waits for nothing; not thread-safe. Moments
 * come with each call, so that a test can let an hour pass.
 */
final class Lines {

    private static final int QUANTUM = 4096;
    /** Besides the body: headers, and what an exchange costs whatever its size. */
    private static final int MESSAGE_COST = 512;

    private final Flow flow;
    private final Verdicts verdicts;
    private final Work work;
    private final Permits permits;
    private final DeficitRoundRobin<Line> ring = new DeficitRoundRobin<>(QUANTUM);
    private final Map<UUID, Line> lines = new HashMap<>();
    private final LoadOrders orders;
    private final OwnedShards shards = new OwnedShards();
    private int unrecorded;

    Lines(Flow flow, Verdicts verdicts, Work work) {
        this.flow = flow;
        this.verdicts = verdicts;
        this.work = work;
        this.permits = new Permits(flow.inFlight(), flow.slowShare());
        this.orders = new LoadOrders(flow.window());
    }

    /** Which shards are ours from now on; lines of all others, or of an earlier epoch, are forgotten. */
    void own(Map<Short, Long> owned, Set<Short> leaving, long until) {
        shards.own(owned, leaving, until);
        lines.values().removeIf(line -> !shards.has(line));
        orders.forget(line -> !isOurs(line));
    }

    private boolean isOurs(Line line) {
        return lines.get(line.id) == line;
    }

    /** Endpoints as they are in the database now. */
    void seen(Collection<Destination> destinations) {
        for (Destination destination : destinations) {
            Long epoch = shards.epoch(destination.shard());
            if (epoch != null) {
                Line line = lines.computeIfAbsent(
                        destination.id(),
                        id -> new Line(
                                destination,
                                epoch,
                                new ConcurrencyLimit(flow.firstPerEndpoint(), flow.maxPerEndpoint())));
                line.update(destination);
                rouse(line);
            }
        }
    }

    /** Endpoints that no longer exist. */
    void removed(Collection<UUID> ids) {
        ids.forEach(lines::remove);
        orders.forget(line -> !isOurs(line));
    }

    /** Deliveries were committed for these endpoints, anywhere in their feeds. */
    void committed(Collection<UUID> endpoints) {
        for (UUID id : endpoints) {
            Line line = lines.get(id);
            if (line != null) {
                line.fromStart();
                rouse(line);
            }
        }
    }

    /** Deliveries this process has just made: straight into the windows that have room and lack nothing before them. */
    void handOver(List<Fresh> deliveries) {
        for (Fresh fresh : deliveries) {
            Line line = lines.get(fresh.endpointId());
            if (line != null) {
                if (!line.takes(fresh, flow.window())) {
                    line.more();
                }
                rouse(line);
            }
        }
    }

    /** Endpoints that seem to have nothing to do, and of which only the database knows better. */
    List<Expected> idle(Instant now) {
        return lines.values().stream()
                .filter(line -> line.active()
                        && !line.mayHaveMore
                        && !line.loading
                        && line.window().size() == 0
                        && state(line, now) != Breaker.State.OPEN)
                .map(Line::expected)
                .toList();
    }

    /** Lets time pass: retries that have become due, breakers whose wait is over, attempts that take long. */
    void tick(Instant now, long nanos) {
        for (Line line : lines.values()) {
            if (line.nextRetry != null && !line.nextRetry.isAfter(now)) {
                line.mayHaveMore = true;
            }
            updateLane(line, now, nanos);
            rouse(line);
        }
    }

    /** Reads and sends as much as may be. */
    void turn(Instant now, long nanos) {
        if (!shards.leaseHolds(nanos)) {
            return;
        }
        List<Wish> wishes = orders.next(line -> line.active() && state(line, now) != Breaker.State.OPEN);
        if (!wishes.isEmpty()) {
            work.load(wishes);
        }
        while (permits.any() && unrecorded < flow.inFlight() * 16) {
            Line line = ring.next(candidate -> cost(candidate, now));
            if (line == null) {
                return;
            }
            Flight flight = line.fly(now, nanos);
            permits.take(line.slow);
            unrecorded++;
            shards.opened(line);
            work.send(flight);
            rouse(line);
        }
    }

    private int cost(Line line, Instant now) {
        boolean ours = isOurs(line) && !shards.isLeaving(line.shard);
        if (!ours || !line.active() || !line.hasKeys() || !permits.any(line.slow)) {
            return 0;
        }
        int room =
                switch (state(line, now)) {
                    case OPEN -> 0;
                    case PROBING -> 1;
                    case CLOSED -> line.limit.get();
                };
        PendingDelivery next = line.flights.size() < room ? line.window().peek() : null;
        return next == null ? 0 : next.body().length + MESSAGE_COST;
    }

    private void rouse(Line line) {
        if (line.active()) {
            if (line.window().size() > 0) {
                ring.join(line.turn);
            }
            orders.look(line);
        }
    }

    /** What was read of the lines that asked. */
    void loaded(Loaded read, Instant now) {
        orders.answered().forEach((id, limit) -> {
            Line line = lines.get(id);
            if (line != null && line.loading) {
                Destination destination = read.destinations().get(id);
                if (destination == null) {
                    lines.remove(id);
                    return;
                }
                line.loaded(read.rows().getOrDefault(id, List.of()), limit, destination.nextRetry(), now);
                line.update(destination);
                line.keys(read.keys().getOrDefault(id, List.of()));
                rouse(line);
            }
        });
    }

    void loadFailed() {
        orders.answered().keySet().forEach(id -> {
            Line line = lines.get(id);
            if (line != null && line.loading) {
                line.loadFailed();
                rouse(line);
            }
        });
    }

    /** An attempt has come to its end. */
    void finished(Finished finished, Instant now, long nanos) {
        Flight flight = finished.flight();
        Line line = flight.line();
        line.flights.remove(flight.delivery().id());
        permits.give(line.slow);
        if (!isOurs(line)) {
            // Another process owns the endpoint now, and sends it again: what came of this attempt is not ours to say.
            close(line);
            return;
        }
        line.median.add(nanos - flight.began());
        Settled settled = verdicts.judge(finished, now, nanos);
        if (settled.disable() != null) {
            line.shut();
        }
        updateLane(line, now, nanos);
        work.record(settled);
        rouse(line);
    }

    /** Results are committed, or were refused since the shard has another owner. */
    void recorded(Collection<Settled> batch, Set<Short> accepted) {
        for (Settled settled : batch) {
            Line line = settled.line();
            close(line);
            if (accepted.contains(line.shard) && isOurs(line)) {
                if (!settled.keepsItsPlace()) {
                    line.settled(settled.result().delivery(), verdicts.retryAt(settled));
                }
                if (settled.recovered()) {
                    line.more();
                }
                rouse(line);
            }
        }
    }

    private void close(Line line) {
        unrecorded--;
        shards.closed(line);
    }

    private void updateLane(Line line, Instant now, long nanos) {
        long slowAfter = flow.slowAfter().toNanos();
        boolean hanging = !line.flights.isEmpty()
                && nanos - line.flights.values().iterator().next().began() > slowAfter;
        boolean slow = hanging || line.median.get() > slowAfter || state(line, now) != Breaker.State.CLOSED;
        if (slow != line.slow) {
            permits.move(line.flights.size(), slow);
            line.slow = slow;
        }
    }

    private Breaker.State state(Line line, Instant now) {
        return verdicts.state(line.breaker, now);
    }

    int inFlight() {
        return permits.taken();
    }

    int unrecorded() {
        return unrecorded;
    }

    double slowShare() {
        return permits.slowShare();
    }

    /** True when nothing more is sent of the shard, and all that was is recorded: it can be given away. */
    boolean hasLeft(short shard) {
        return shards.isLeaving(shard) && shards.isQuiet(shard);
    }

    /** Endpoints by the state of their breaker. */
    Map<Breaker.State, Integer> byState(Instant now) {
        Map<Breaker.State, Integer> counts = new HashMap<>();
        lines.values().stream().filter(Line::active).forEach(line -> counts.merge(state(line, now), 1, Integer::sum));
        return counts;
    }

    Set<UUID> ids() {
        return Set.copyOf(lines.keySet());
    }
}
