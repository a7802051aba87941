package okno.webhook.delivery.engine;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import okno.webhook.delivery.DeliveryProperties;
import okno.webhook.delivery.persistence.Results;
import okno.webhook.delivery.persistence.Results.Health;
import okno.webhook.endpoint.DisableEndpoint;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of many attempts, and what that means for their endpoints, in one transaction. */
@Service
class RecordResults {

    private final Results results;
    private final DisableEndpoint disable;
    private final String instance;
    private final Clock clock;

    RecordResults(Results results, DisableEndpoint disable, DeliveryProperties properties, Clock clock) {
        this.results = results;
        this.disable = disable;
        this.instance = properties.lease().instance();
        this.clock = clock;
    }

    /** Results of which no two are of one delivery. */
    record Command(List<Settled> batch) {}

    /** The shards that were still ours; nothing was written of others. */
    @Transactional
    public Set<Short> handle(Command command) {
        Set<Short> owned =
                results.write(command.batch().stream().map(Settled::result).toList(), instance);
        List<Settled> ours = command.batch().stream()
                .filter(settled -> owned.contains(settled.line().shard))
                .toList();
        Map<UUID, Health> changed = new LinkedHashMap<>();
        ours.stream()
                .filter(settled -> settled.breaker() != null)
                .forEach(settled -> changed.put(settled.line().id, new Health(settled.line().id, settled.breaker())));
        if (!changed.isEmpty()) {
            results.saveHealth(changed.values());
        }
        List<UUID> recovered = ours.stream()
                .filter(Settled::recovered)
                .map(settled -> settled.line().id)
                .toList();
        if (!recovered.isEmpty()) {
            results.hasten(recovered, clock.instant());
        }
        ours.stream()
                .filter(settled -> settled.disable() != null)
                .forEach(settled -> disable.handle(new DisableEndpoint.Command(settled.line().id, settled.disable())));
        return owned;
    }
}
