package okno.application.documents;

import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Owner;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.persistence.PersonalDocuments;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Removes a document of the owner's own, and with it everything it was shown to. */
@Component
public class RemoveDocument {

    private final PersonalDocuments personalDocuments;
    private final RecordShare recordShare;
    private final DocumentStore documents;
    private final Audit audit;
    private final TransactionOperations transaction;

    RemoveDocument(
            PersonalDocuments personalDocuments,
            RecordShare recordShare,
            DocumentStore documents,
            Audit audit,
            TransactionOperations transaction) {
        this.personalDocuments = personalDocuments;
        this.recordShare = recordShare;
        this.documents = documents;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @throws Problem {@code result_stays} for the result of an application */
    public void handle(Caller caller, UUID id) {
        caller.requirePermission("applications.submit");
        transaction.executeWithoutResult(status -> remove(caller, id));
        documents.delete(id);
    }

    private void remove(Caller caller, UUID id) {
        PersonalDocument document =
                personalDocuments.find(Owner.of(caller).key(), id).orElseThrow(Problem::notFound);
        if (document.isResult()) {
            throw new Problem(ProblemKind.CONFLICT, "result_stays");
        }
        recordShare.forget(id);
        personalDocuments.delete(id);
        audit.record(
                caller, AuditRecord.done("document.removed", "document", id, document.personId(), RecordStep.BASIS));
    }
}
