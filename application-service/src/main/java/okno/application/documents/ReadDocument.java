package okno.application.documents;

import java.util.List;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Owner;
import okno.application.casefile.domain.Paper;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.persistence.PersonalDocuments;
import okno.application.scan.ScanDocument;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.documents.store.DocumentStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Shows documents to their owner, and hands contents out; every reading of a content is audited. */
@Component
public class ReadDocument {

    private final PersonalDocuments personalDocuments;
    private final ScanDocument scanDocument;
    private final DocumentStore documents;
    private final Audit audit;
    private final TransactionOperations transaction;

    ReadDocument(
            PersonalDocuments personalDocuments,
            ScanDocument scanDocument,
            DocumentStore documents,
            Audit audit,
            TransactionOperations transaction) {
        this.personalDocuments = personalDocuments;
        this.scanDocument = scanDocument;
        this.documents = documents;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A document with its content. */
    public record Opened(PersonalDocument document, byte[] content) {}

    /** One more than the limit, newest first. */
    public List<PersonalDocument> page(Caller caller, @Nullable String kind, int limit, @Nullable UUID after) {
        return personalDocuments.page(Owner.readBy(caller).key(), kind, limit + 1, after);
    }

    public PersonalDocument describe(Caller caller, UUID id) {
        return personalDocuments.find(Owner.readBy(caller).key(), id).orElseThrow(Problem::notFound);
    }

    public Opened open(Caller caller, UUID id) {
        return open(caller, Owner.readBy(caller).key(), id);
    }

    /**
     * For whoever may read what this owner keeps.
     *
     * @throws Problem {@code file_quarantined} (409) or {@code scan_pending} (503)
     */
    Opened open(Caller caller, String owner, UUID id) {
        PersonalDocument document = clean(owner, id);
        byte[] content = documents.get(id);
        transaction.executeWithoutResult(status -> audit.record(
                caller, AuditRecord.done("document.read", "document", id, document.personId(), RecordStep.BASIS)));
        return new Opened(document, content);
    }

    /** One that may be handed out. */
    PersonalDocument clean(String owner, UUID id) {
        PersonalDocument document = personalDocuments.find(owner, id).orElseThrow(Problem::notFound);
        if (document.state() == Paper.State.PENDING_SCAN) {
            scanDocument.handle(id);
            document = personalDocuments.find(owner, id).orElseThrow(Problem::notFound);
        }
        if (document.state() == Paper.State.REJECTED) {
            throw new Problem(ProblemKind.CONFLICT, "file_quarantined");
        }
        return document;
    }
}
