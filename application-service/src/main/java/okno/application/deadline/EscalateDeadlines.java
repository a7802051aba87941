package okno.application.deadline;

import java.time.LocalDate;
import java.util.Objects;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.TermWatch;
import okno.application.casefile.events.DeadlineEscalatedV1;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.TermWatches;
import okno.application.catalogue.TermQueries;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.calendar.WorkingCalendar;
import okno.platform.messaging.Outbox;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells an agency when half and three quarters of its term are gone and when it has passed, each once: the watch is moved
 * on in the transaction that tells.
 */
@Component
class EscalateDeadlines {

    private static final String COMPONENT = "application-service";
    private static final int BATCH = 100;

    private final TermWatches watches;
    private final Applications applications;
    private final TermQueries terms;
    private final Outbox outbox;
    private final Audit audit;
    private final DeadlineMetrics metrics;

    EscalateDeadlines(
            TermWatches watches,
            Applications applications,
            TermQueries terms,
            Outbox outbox,
            Audit audit,
            DeadlineMetrics metrics) {
        this.watches = watches;
        this.applications = applications;
        this.terms = terms;
        this.outbox = outbox;
        this.audit = audit;
        this.metrics = metrics;
    }

    /** A hundred at a look; more wait for the next. */
    @Scheduled(fixedDelayString = "${okno.deadline.look:1m}")
    @Transactional
    public void look() {
        LocalDate today = terms.today();
        WorkingCalendar calendar = terms.calendar();
        watches.due(today, BATCH).forEach(watch -> tell(watch, today, calendar));
    }

    private void tell(TermWatch watch, LocalDate today, WorkingCalendar calendar) {
        Application application = applications.find(watch.applicationId()).orElseThrow();
        LocalDate last = Objects.requireNonNull(application.filing()).expectedCompletionDate();
        TermWatch.Level level = watch.reached(today, last, calendar);
        watches.save(watch.told(level, last, calendar));
        outbox.append(DeadlineEscalatedV1.of(application, level, last, metrics.now()));
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
}
