package okno.webhook.delivery;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.webhook.delivery.engine.WorkSignal;
import okno.webhook.delivery.persistence.Repeats;
import okno.webhook.endpoint.domain.Owner;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends one event once more to its endpoint, under the same id. */
@Service
public class RedeliverDelivery {

    private final Repeats repeats;
    private final WorkSignal signal;
    private final Audit audit;
    private final Clock clock;

    RedeliverDelivery(Repeats repeats, WorkSignal signal, Audit audit, Clock clock) {
        this.repeats = repeats;
        this.signal = signal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which delivery. */
    public record Command(Caller caller, UUID id) {}

    @Transactional
    public void handle(Command command) {
        String owner = Owner.of(command.caller()).key();
        UUID endpoint = repeats.one(command.id(), owner, clock.instant()).orElseThrow(Problem::notFound);
        signal.raiseAfterCommit(Set.of(endpoint));
        audit.record(
                command.caller(), AuditRecord.done("delivery.repeated", "delivery", command.id(), null, "agreement"));
    }
}
