package okno.application.corrective;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import okno.application.casefile.domain.TermWatch;
import okno.application.casefile.persistence.OfficerLeads;
import okno.application.corrective.domain.CorrectiveAction;
import okno.application.corrective.events.CorrectiveActionV1;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells of what became of a corrective action: the agency's systems, who leads there, and the journal. */
@Component
class TellCorrectiveAction {

    private static final String COMPONENT = "application-service";
    private static final String BASIS = "210-FZ";

    private final OfficerLeads leads;
    private final Outbox outbox;
    private final Audit audit;
    private final CorrectiveMetrics metrics;
    private final Clock clock;

    TellCorrectiveAction(OfficerLeads leads, Outbox outbox, Audit audit, CorrectiveMetrics metrics, Clock clock) {
        this.leads = leads;
        this.outbox = outbox;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void opened(CorrectiveAction action) {
        outbox.append(CorrectiveActionV1.opened(action, leads(action), now()));
        audit.record(COMPONENT, entry("opened", action));
        metrics.opened(action.ground().kind());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void escalated(CorrectiveAction action, TermWatch.Level level) {
        outbox.append(CorrectiveActionV1.escalated(action, level, leads(action), now()));
        audit.record(COMPONENT, entry("escalated", action));
        metrics.escalated(level);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(Caller caller, CorrectiveAction action, String cause) {
        outbox.append(CorrectiveActionV1.closed(action, now()));
        done(caller, "closed", action);
        metrics.closed(cause);
    }

    /** The journal alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Caller caller, String what, CorrectiveAction action) {
        audit.record(caller, entry(what, action));
    }

    /** Who works on it knows; where nobody does, who leads has to. */
    private List<String> leads(CorrectiveAction action) {
        return action.assignee() == null ? leads.of(action.agency(), action.region(), null) : List.of();
    }

    /** Of no person: who rated is not to be found by it. */
    private static AuditRecord entry(String what, CorrectiveAction action) {
        return AuditRecord.done("corrective_action." + what, "corrective_action", action.id(), null, BASIS);
    }
}
