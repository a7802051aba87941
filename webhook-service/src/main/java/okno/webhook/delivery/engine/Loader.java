package okno.webhook.delivery.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.delivery.persistence.Destinations;
import okno.webhook.delivery.persistence.Destinations.Destination;
import okno.webhook.delivery.persistence.PendingDeliveries;
import okno.webhook.delivery.persistence.PendingDeliveries.Expected;
import okno.webhook.delivery.persistence.PendingDeliveries.Wish;
import okno.webhook.endpoint.SigningKeys;
import org.springframework.stereotype.Component;

/** Reads for the engine, on the caller's thread. */
@Component
class Loader {

    private final PendingDeliveries pending;
    private final Destinations destinations;
    private final SigningKeys keys;
    private final Clock clock;

    Loader(PendingDeliveries pending, Destinations destinations, SigningKeys keys, Clock clock) {
        this.pending = pending;
        this.destinations = destinations;
        this.keys = keys;
        this.clock = clock;
    }

    /** Rows first: what is read of the endpoints after them cannot be older. */
    Loaded load(List<Wish> wishes) {
        Instant now = clock.instant();
        List<UUID> ids = wishes.stream().map(Wish::endpointId).toList();
        Map<UUID, List<PendingDelivery>> rows =
                pending.load(wishes, now).stream().collect(Collectors.groupingBy(PendingDelivery::endpointId));
        Map<UUID, Destination> endpoints =
                destinations.byIds(ids, now).stream().collect(Collectors.toMap(Destination::id, seen -> seen));
        return new Loaded(rows, endpoints, keys.of(ids, now));
    }

    List<UUID> withWork(Collection<Expected> idle) {
        return idle.isEmpty() ? List.of() : pending.withWork(idle, clock.instant());
    }

    List<Destination> ofShards(Collection<Short> shards) {
        return shards.isEmpty() ? List.of() : destinations.ofShards(shards, clock.instant());
    }

    List<Destination> changed(Collection<Short> shards, Instant since) {
        return shards.isEmpty() ? List.of() : destinations.changed(shards, since, clock.instant());
    }

    List<UUID> existing(Collection<UUID> ids) {
        return destinations.existing(ids);
    }
}
