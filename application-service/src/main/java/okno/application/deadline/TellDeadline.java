package okno.application.deadline;

import java.time.LocalDate;
import java.util.List;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.TermWatch;
import okno.application.casefile.events.DeadlineEscalatedV1;
import okno.application.casefile.persistence.OfficerLeads;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells that a term runs out: the agency's systems, the officer who works on it, or who leads the unit when nobody does. */
@Component
class TellDeadline {

    private static final String COMPONENT = "application-service";

    private final OfficerLeads officerLeads;
    private final Outbox outbox;
    private final Audit audit;
    private final DeadlineMetrics metrics;

    TellDeadline(OfficerLeads officerLeads, Outbox outbox, Audit audit, DeadlineMetrics metrics) {
        this.officerLeads = officerLeads;
        this.outbox = outbox;
        this.audit = audit;
        this.metrics = metrics;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Application application, TermWatch.Level level, LocalDate last) {
        outbox.append(DeadlineEscalatedV1.of(application, leads(application), level, last, metrics.now()));
        audit.record(
                COMPONENT,
                AuditRecord.done(
                        "application.escalated",
                        "application",
                        application.id(),
                        application.owner().personId(),
                        RecordStep.BASIS));
        metrics.escalated(level);
    }

    private List<String> leads(Application application) {
        return application.assignee() == null
                ? officerLeads.of(
                        application.service().agency(),
                        application.region(),
                        application.handling().unit())
                : List.of();
    }
}
