package okno.org.linking;

import java.time.Clock;
import java.util.Optional;
import okno.org.linking.domain.Organisation;
import okno.org.linking.domain.Organisation.Numbers;
import okno.org.linking.domain.OrganisationAlreadyLinked;
import okno.org.linking.domain.OrganisationStatus;
import okno.org.linking.persistence.Organisations;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person's word that they head a company, to be checked. Only of a confirmed person: the ИНН of others is what
 * they typed, and a typed ИНН of a stranger would make them that company's head.
 */
@Service
public class LinkOrganisation {

    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;

    LinkOrganisation(Organisations organisations, Audit audit, Clock clock) {
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who says it, of which company. */
    public record Command(Caller caller, Numbers numbers) {}

    /**
     * @return the organisation, being checked
     * @throws OrganisationAlreadyLinked when the same person has it linked, or its check is under way
     */
    @Transactional
    public Organisation handle(Command command) {
        Caller caller = command.caller();
        if (!caller.ial().equals("confirmed")) {
            throw new Problem(ProblemKind.FORBIDDEN, "account_not_confirmed");
        }
        Organisation requested = Organisation.requested(Ids.next(), caller.id(), command.numbers(), clock.instant());
        if (!organisations.insert(requested)) {
            requested = again(caller, command.numbers());
        }
        audit.record(
                caller,
                AuditRecord.done("organisation.link_requested", "organisation", requested.id(), caller.id(), "129-FZ"));
        return requested;
    }

    private Organisation again(Caller caller, Numbers numbers) {
        Optional<Organisation> locked = organisations.lock(caller.id(), numbers.ogrn());
        Organisation known = locked.orElseThrow(Problem::stale);
        if (!known.status().canBecome(OrganisationStatus.CHECKING)) {
            throw new OrganisationAlreadyLinked(known.id());
        }
        Organisation again = known.requestedAgain(numbers, clock.instant());
        organisations.save(again);
        return again;
    }
}
