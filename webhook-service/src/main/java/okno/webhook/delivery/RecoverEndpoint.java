package okno.webhook.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.webhook.delivery.engine.WorkSignal;
import okno.webhook.delivery.persistence.Repeats;
import okno.webhook.endpoint.EndpointQueries;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends an endpoint what it missed since a time: the events it was not there for, or disabled, and those it was given up
 * on, but none that it took.
 */
@Service
public class RecoverEndpoint {

    private final EndpointQueries endpoints;
    private final Repeats repeats;
    private final WorkSignal signal;
    private final Audit audit;
    private final Clock clock;

    RecoverEndpoint(EndpointQueries endpoints, Repeats repeats, WorkSignal signal, Audit audit, Clock clock) {
        this.endpoints = endpoints;
        this.repeats = repeats;
        this.signal = signal;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which events.
     *
     * @param since the first moment, by when the event happened
     */
    public record Command(Caller caller, UUID endpointId, Instant since) {}

    /** How many events were added to those that wait for it anyway. Joins the caller's transaction. */
    @Transactional
    public int handle(Command command) {
        UUID id = endpoints.get(command.caller(), command.endpointId()).id();
        Instant now = clock.instant();
        int events = repeats.missed(id, command.since(), now, now);
        signal.raiseAfterCommit(Set.of(id));
        audit.record(command.caller(), AuditRecord.done("events.recovered", "endpoint", id, null, "agreement"));
        return events;
    }
}
