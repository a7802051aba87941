package okno.application.attachment;

import java.time.Clock;
import java.util.UUID;
import okno.application.attachment.events.FileRejectedV1;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Paper;
import okno.application.casefile.persistence.Applications;
import okno.application.casefile.persistence.Papers;
import okno.application.scan.Scanned;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;

/** Files of applications: an infected one goes into quarantine, and person and agency are told. */
@Component
class ScannedPapers implements Scanned {

    private static final String COMPONENT = "application-service";

    private final Papers papers;
    private final Applications applications;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ScannedPapers(Papers papers, Applications applications, Outbox outbox, Audit audit, Clock clock) {
        this.papers = papers;
        this.applications = applications;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void lock(UUID documentId) {
        papers.lock(documentId);
    }

    @Override
    public void clean(UUID documentId) {
        papers.clean(documentId);
    }

    @Override
    public void reject(UUID documentId, String found) {
        papers.reject(documentId, found).ifPresent(this::tell);
    }

    private void tell(Paper paper) {
        Application application = applications.find(paper.applicationId()).orElseThrow();
        // A new version, since events of an application are ordered by it; who wrote meanwhile makes this one try
        // again.
        Application touched = application.touched(clock.instant());
        applications.save(touched);
        outbox.append(FileRejectedV1.about(touched, paper));
        audit.record(
                COMPONENT,
                AuditRecord.done(
                        "document.quarantined",
                        "document",
                        paper.id(),
                        application.owner().personId(),
                        RecordStep.BASIS));
    }
}
