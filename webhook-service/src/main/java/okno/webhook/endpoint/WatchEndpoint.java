package okno.webhook.endpoint;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.webhook.endpoint.domain.EndpointRefused;
import okno.webhook.endpoint.domain.Owner;
import okno.webhook.endpoint.persistence.Endpoints;
import okno.webhook.endpoint.persistence.Watchers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person be told how an endpoint does, or no more: each for themselves, so nobody can be signed up by others. */
@Service
public class WatchEndpoint {

    private final Endpoints endpoints;
    private final Watchers watchers;
    private final EndpointProperties properties;
    private final Audit audit;
    private final Clock clock;

    WatchEndpoint(Endpoints endpoints, Watchers watchers, EndpointProperties properties, Audit audit, Clock clock) {
        this.endpoints = endpoints;
        this.watchers = watchers;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which endpoint, and whether to be told of it. */
    public record Command(Caller caller, UUID id, boolean watch) {}

    /** Does nothing when it is so already; {@code watcher_quota} when too many are told of it. */
    @Transactional
    public void handle(Command command) {
        UUID id = endpoints.getLocked(command.id(), Owner.of(command.caller())).id();
        UUID person = UUID.fromString(command.caller().id());
        List<UUID> before = watchers.of(id);
        if (before.contains(person) == command.watch()) {
            return;
        }
        if (!command.watch()) {
            watchers.remove(id, person);
        } else if (before.size() >= properties.watchers()) {
            throw new EndpointRefused.TooManyWatchers(properties.watchers());
        } else {
            watchers.add(id, person, clock.instant());
        }
        String action = command.watch() ? "endpoint.watched" : "endpoint.unwatched";
        audit.record(command.caller(), AuditRecord.done(action, "endpoint", id, null, "agreement"));
    }
}
