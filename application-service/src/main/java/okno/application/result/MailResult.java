package okno.application.result;

import java.time.Clock;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.persistence.Applications;
import okno.application.result.domain.IssuedResult;
import okno.application.result.events.ResultMailRequestedV1;
import okno.application.result.persistence.IssuedResults;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has a letter sent to whoever asks, at the address of their account, with a link to a result. The document itself stays:
 * letters lie about unsealed on servers of others.
 */
@Component
public class MailResult {

    private final Applications applications;
    private final IssuedResults results;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    MailResult(Applications applications, IssuedResults results, Outbox outbox, Audit audit, Clock clock) {
        this.applications = applications;
        this.results = results;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem {@code not_found} when the result is not theirs or does not count yet */
    @Transactional
    public void handle(Caller caller, UUID applicationId, UUID resultId) {
        Application application = applications.get(applicationId, Owner.readBy(caller));
        IssuedResult result = results.find(resultId)
                .filter(found -> found.origin().applicationId().equals(application.id()) && found.issuedAt() != null)
                .orElseThrow(Problem::notFound);
        outbox.append(ResultMailRequestedV1.of(result, caller.id(), clock.instant()));
        audit.record(
                caller,
                AuditRecord.done(
                        "result.mailed",
                        "document",
                        result.id(),
                        result.origin().personId(),
                        RecordStep.BASIS));
    }
}
