package okno.application.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.application.casefile.domain.Application;
import okno.application.result.domain.IssuedResult;
import okno.application.result.events.DocumentV1;
import okno.application.result.persistence.IssuedResults;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a document before its day: from then on its verification says so, and the applicant is told why. */
@Component
public class RevokeResult {

    private final AgencyApplications desk;
    private final IssuedResults results;
    private final WriteToApplicant writeToApplicant;
    private final NoteResult noteResult;
    private final Outbox outbox;
    private final Clock clock;

    RevokeResult(
            AgencyApplications desk,
            IssuedResults results,
            WriteToApplicant writeToApplicant,
            NoteResult noteResult,
            Outbox outbox,
            Clock clock) {
        this.desk = desk;
        this.results = results;
        this.writeToApplicant = writeToApplicant;
        this.noteResult = noteResult;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** {@code reason}: what the applicant is told. */
    public record Command(Caller caller, UUID id, UUID resultId, String reason) {}

    /**
     * The result after it has ended.
     *
     * @throws Problem {@code not_found}; {@code result_not_current} (409) when it does not count, or not any more
     */
    @Transactional
    public IssuedResult handle(Command command) {
        Application application = desk.get(command.caller, command.id);
        IssuedResult result = find(application, command.resultId);
        Instant now = clock.instant();
        if (!results.revoke(result.id(), now)) {
            throw new Problem(ProblemKind.CONFLICT, "result_not_current");
        }
        outbox.append(DocumentV1.ended(result, now));
        writeToApplicant.write(application.id(), command.reason);
        noteResult.audited(command.caller, application, result.id(), "result.revoked");
        return find(application, command.resultId);
    }

    private IssuedResult find(Application application, UUID resultId) {
        return results.find(resultId)
                .filter(found -> found.origin().applicationId().equals(application.id()))
                .orElseThrow(Problem::notFound);
    }
}
