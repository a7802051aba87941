package okno.org.linking;

import java.time.Clock;
import java.util.UUID;
import okno.org.linking.domain.Organisation;
import okno.org.linking.domain.OrganisationStatus;
import okno.org.linking.events.OrganisationTopics;
import okno.org.linking.persistence.Organisations;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a company up: from now on the person does not act for it, and acting tokens already out are void in seconds. */
@Service
public class WithdrawOrganisation {

    private final Organisations organisations;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    WithdrawOrganisation(Organisations organisations, Outbox outbox, Audit audit, Clock clock) {
        this.organisations = organisations;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose, and which. */
    public record Command(Caller caller, UUID id) {}

    /** Does nothing when it is withdrawn already. */
    @Transactional
    public void handle(Command command) {
        Caller caller = command.caller();
        Organisation known = organisations.lock(command.id(), caller.id()).orElseThrow(Problem::notFound);
        if (!known.status().canBecome(OrganisationStatus.WITHDRAWN)) {
            return;
        }
        Organisation withdrawn = known.withdrawn(clock.instant());
        organisations.save(withdrawn);
        outbox.append(OrganisationTopics.rightWithdrawn(withdrawn));
        audit.record(
                caller, AuditRecord.done("organisation.withdrawn", "organisation", known.id(), caller.id(), "129-FZ"));
    }
}
