package okno.application.result;

import java.time.Clock;
import java.time.Instant;
import okno.application.casefile.RecordStep;
import okno.application.catalogue.TermQueries;
import okno.application.result.domain.IssuedResult;
import okno.application.result.events.DocumentV1;
import okno.application.result.persistence.IssuedResults;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells that documents have ended by their day, each once: the row is closed in the transaction that tells. */
@Component
class EndResults {

    private static final String COMPONENT = "application-service";
    private static final int BATCH = 100;

    private final IssuedResults results;
    private final TermQueries terms;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    EndResults(IssuedResults results, TermQueries terms, Outbox outbox, Audit audit, Clock clock) {
        this.results = results;
        this.terms = terms;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A hundred at a look; more wait for the next. */
    @Scheduled(fixedDelayString = "${okno.deadline.look:1m}")
    @Transactional
    public void look() {
        Instant now = clock.instant();
        results.expire(terms.today(), now, BATCH).forEach(result -> tell(result, now));
    }

    private void tell(IssuedResult result, Instant now) {
        outbox.append(DocumentV1.ended(result, now));
        audit.record(
                COMPONENT,
                AuditRecord.done(
                        "result.expired",
                        "document",
                        result.id(),
                        result.origin().personId(),
                        RecordStep.BASIS));
    }
}
