package okno.application.documents;

import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Paper;
import okno.application.documents.persistence.PersonalDocuments;
import okno.application.scan.Scanned;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.stereotype.Component;

/** Personal documents: an infected one goes into quarantine, where only its owner sees that it is. */
@Component
class ScannedDocuments implements Scanned {

    private static final String COMPONENT = "application-service";

    private final PersonalDocuments personalDocuments;
    private final Audit audit;

    ScannedDocuments(PersonalDocuments personalDocuments, Audit audit) {
        this.personalDocuments = personalDocuments;
        this.audit = audit;
    }

    @Override
    public void lock(UUID documentId) {
        personalDocuments.lock(documentId);
    }

    @Override
    public void clean(UUID documentId) {
        personalDocuments.judge(documentId, Paper.State.CLEAN, null);
    }

    @Override
    public void reject(UUID documentId, String found) {
        if (personalDocuments.judge(documentId, Paper.State.REJECTED, found)) {
            audit.record(
                    COMPONENT,
                    AuditRecord.done("document.quarantined", "document", documentId, null, RecordStep.BASIS));
        }
    }
}
