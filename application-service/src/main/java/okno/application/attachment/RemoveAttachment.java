package okno.application.attachment;

import java.time.Clock;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.ApplicationStatus;
import okno.application.casefile.domain.Lifecycle;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.domain.Side;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Papers;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes a document out of a draft again. */
@Component
public class RemoveAttachment {

    private final Applications applications;
    private final Papers papers;
    private final DocumentStore documents;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    RemoveAttachment(
            Applications applications,
            Papers papers,
            DocumentStore documents,
            Audit audit,
            TransactionOperations transaction,
            Clock clock) {
        this.applications = applications;
        this.papers = papers;
        this.documents = documents;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    public record Command(Caller caller, UUID applicationId, UUID id) {}

    public void handle(Command command) {
        command.caller.requirePermission("applications.submit");
        transaction.executeWithoutResult(status -> remove(command));
        documents.delete(command.id);
    }

    private void remove(Command command) {
        Application draft = applications.get(command.applicationId, Owner.of(command.caller));
        Paper paper = papers.find(draft.id(), Side.APPLICANT, command.id).orElseThrow(Problem::notFound);
        if (draft.status() != ApplicationStatus.DRAFT) {
            throw Lifecycle.notAllowed(draft.status(), Side.APPLICANT);
        }
        applications.save(draft.touched(clock.instant()));
        papers.delete(paper.id());
        audit.record(
                command.caller,
                AuditRecord.done(
                        "attachment.removed",
                        "attachment",
                        paper.id(),
                        draft.owner().personId(),
                        RecordStep.BASIS));
    }
}
