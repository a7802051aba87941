package okno.application.documents;

import java.time.Clock;
import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Owner;
import okno.application.documents.events.DocumentRejectedV1;
import okno.application.documents.persistence.PersonalDocuments;
import okno.application.scan.Scanned;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Personal documents: an infected one goes into quarantine, and its owner is told. */
@Component
class ScannedDocuments implements Scanned {

    private static final String COMPONENT = "application-service";

    private final PersonalDocuments personalDocuments;
    private final RecordShare recordShare;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ScannedDocuments(
            PersonalDocuments personalDocuments, RecordShare recordShare, Outbox outbox, Audit audit, Clock clock) {
        this.personalDocuments = personalDocuments;
        this.recordShare = recordShare;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void lock(UUID documentId) {
        personalDocuments.lock(documentId);
    }

    @Override
    public void clean(UUID documentId) {
        personalDocuments.clean(documentId);
    }

    @Override
    public void reject(UUID documentId, String found) {
        personalDocuments.reject(documentId, found).ifPresent(rejected -> tell(documentId, rejected));
    }

    private void tell(UUID documentId, PersonalDocuments.Rejected rejected) {
        recordShare.quarantine(documentId);
        Owner owner = Owner.ofKey(rejected.ownerKey(), rejected.personId());
        outbox.append(DocumentRejectedV1.of(documentId, rejected.kind(), owner, clock.instant()));
        audit.record(
                COMPONENT,
                AuditRecord.done(
                        "document.quarantined", "document", documentId, rejected.personId(), RecordStep.BASIS));
    }
}
