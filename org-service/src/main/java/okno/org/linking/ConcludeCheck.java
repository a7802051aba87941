package okno.org.linking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import okno.org.linking.domain.Organisation;
import okno.org.linking.domain.OrganisationStatus;
import okno.org.linking.domain.RejectionReason;
import okno.org.linking.events.OrganisationTopics;
import okno.org.linking.persistence.Organisations;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links the company or rejects it, as the check came out, and takes the right from a former head. */
@Service
class ConcludeCheck {

    private static final String SELF = "org-service";

    private final Organisations organisations;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ConcludeCheck(Organisations organisations, Outbox outbox, Audit audit, Clock clock) {
        this.organisations = organisations;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What came out.
     *
     * @param checked the organisation as it was checked
     * @param name its name in the register, when it is there
     * @param reasons why not; empty: linked
     */
    record Command(Organisation checked, @Nullable String name, List<RejectionReason> reasons) {}

    /** Does nothing when the organisation changed while it was being checked. */
    @Transactional
    public void handle(Command command) {
        organisations
                .lock(command.checked().id())
                .filter(current -> current.version() == command.checked().version()
                        && current.status() == OrganisationStatus.CHECKING)
                .ifPresent(current -> conclude(current, command));
    }

    private void conclude(Organisation current, Command command) {
        Instant now = clock.instant();
        if (command.reasons().isEmpty()) {
            organisations.lockLinked(current.ogrn()).ifPresent(former -> withdraw(former, now));
            Organisation linked = current.linked(command.name(), now);
            organisations.save(linked);
            outbox.append(OrganisationTopics.linked(linked));
            audit.record(SELF, done("organisation.linked", linked));
        } else {
            Organisation rejected = current.rejected(command.reasons(), command.name(), now);
            organisations.save(rejected);
            outbox.append(OrganisationTopics.rejected(rejected));
            audit.record(SELF, done("organisation.rejected", rejected));
        }
    }

    /** The register names one head: whoever was it before is it no more. */
    private void withdraw(Organisation former, Instant now) {
        Organisation withdrawn = former.withdrawn(now);
        organisations.save(withdrawn);
        outbox.append(OrganisationTopics.rightWithdrawn(withdrawn));
        audit.record(SELF, done("organisation.withdrawn", withdrawn));
    }

    private static AuditRecord done(String action, Organisation organisation) {
        return AuditRecord.done(action, "organisation", organisation.id(), organisation.personId(), "129-FZ");
    }
}
