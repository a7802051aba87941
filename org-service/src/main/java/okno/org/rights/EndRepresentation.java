package okno.org.rights;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okno.org.linking.domain.Organisation;
import okno.org.linking.events.OrganisationTopics;
import okno.org.linking.persistence.Organisations;
import okno.org.power.EndPowersOfPerson;
import okno.org.rights.persistence.PersonLinks;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import okno.platform.rights.Erasing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's account ends: who is not there speaks for no company, so each right ends as if it was given up, and the
 * company is free for its next head, and no power of attorney outlives an account of either side. What came to nothing is
 * erased; who spoke for whom, and when, stays.
 */
@Service
class EndRepresentation implements Erasing {

    private final PersonLinks links;
    private final Organisations organisations;
    private final EndPowersOfPerson endPowersOfPerson;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    EndRepresentation(
            PersonLinks links,
            Organisations organisations,
            EndPowersOfPerson endPowersOfPerson,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.links = links;
        this.organisations = organisations;
        this.endPowersOfPerson = endPowersOfPerson;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Long> erase(String personId) {
        Map<String, Long> gone = new LinkedHashMap<>();
        gone.put("refused_link", links.eraseRefused(personId));
        long ended = 0;
        for (var id : links.linked(personId)) {
            Organisation known = organisations.lock(id).orElseThrow();
            end(known, clock.instant());
            ended++;
        }
        gone.put("right_to_act", ended);
        gone.putAll(endPowersOfPerson.handle(personId));
        return gone;
    }

    private void end(Organisation known, Instant now) {
        Organisation withdrawn = known.withdrawn(now);
        organisations.save(withdrawn);
        outbox.append(OrganisationTopics.rightWithdrawn(withdrawn));
        audit.record(
                "org-service",
                AuditRecord.done(
                        "organisation.withdrawn", "organisation", known.id(), known.personId(), "152-FZ art. 21"));
    }
}
