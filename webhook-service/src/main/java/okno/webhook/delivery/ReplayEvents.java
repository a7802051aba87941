package okno.webhook.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.webhook.delivery.engine.WorkSignal;
import okno.webhook.delivery.persistence.Repeats;
import okno.webhook.endpoint.EndpointQueries;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends all events of a time to an endpoint, also those it never had a delivery of; under the same ids. */
@Service
public class ReplayEvents {

    private final EndpointQueries endpoints;
    private final Repeats repeats;
    private final WorkSignal signal;
    private final Audit audit;
    private final Clock clock;

    ReplayEvents(EndpointQueries endpoints, Repeats repeats, WorkSignal signal, Audit audit, Clock clock) {
        this.endpoints = endpoints;
        this.repeats = repeats;
        this.signal = signal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which events.
     *
     * @param from the first moment, by when the event happened
     * @param to the moment after the last
     */
    public record Command(Caller caller, UUID endpointId, Instant from, Instant to) {}

    /** How many events will be sent; {@code replay_range} when the range is empty. */
    @Transactional
    public int handle(Command command) {
        if (!command.from().isBefore(command.to())) {
            throw Problem.invalid("/to", "replay_range");
        }
        UUID id = endpoints.get(command.caller(), command.endpointId()).id();
        int events = repeats.range(id, command.from(), command.to(), clock.instant());
        signal.raiseAfterCommit(Set.of(id));
        audit.record(command.caller(), AuditRecord.done("events.replayed", "endpoint", id, null, "agreement"));
        return events;
    }
}
