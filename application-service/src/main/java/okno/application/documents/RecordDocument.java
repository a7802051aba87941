package okno.application.documents;

import java.util.function.Consumer;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Owner;
import okno.application.documents.domain.PersonalDocument;
import okno.application.documents.persistence.PersonalDocuments;
import okno.application.scan.ScanTasks;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a document whose content is kept. */
@Component
class RecordDocument {

    private final PersonalDocuments personalDocuments;
    private final ScanTasks scanTasks;
    private final Audit audit;

    RecordDocument(PersonalDocuments personalDocuments, ScanTasks scanTasks, Audit audit) {
        this.personalDocuments = personalDocuments;
        this.scanTasks = scanTasks;
        this.audit = audit;
    }

    /** @param quota refuses by what the owner keeps already */
    @Transactional
    public void handle(Caller caller, PersonalDocument document, Consumer<PersonalDocuments.Used> quota) {
        String owner = Owner.of(caller).key();
        quota.accept(personalDocuments.lockUsed(owner));
        personalDocuments.insert(owner, document);
        scanTasks.addPersonalDocument(document.id());
        audit.record(
                caller, AuditRecord.done("document.kept", "document", document.id(), caller.id(), RecordStep.BASIS));
    }
}
