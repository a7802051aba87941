package okno.application.documents;

import okno.application.casefile.RecordStep;
import okno.application.documents.persistence.Shares;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what was to be shown until a time. The agency sees it no longer from that moment on; it is told within a minute. */
@Component
class EndShares {

    private static final String COMPONENT = "application-service";
    private static final int BATCH = 100;

    private final RecordShare recordShare;
    private final Audit audit;

    EndShares(RecordShare recordShare, Audit audit) {
        this.recordShare = recordShare;
        this.audit = audit;
    }

    /** A hundred at a look; more wait for the next. */
    @Scheduled(fixedDelayString = "${okno.deadline.look:1m}")
    @Transactional
    public void look() {
        recordShare.expire(BATCH).forEach(this::enter);
    }

    private void enter(Shares.Ended share) {
        audit.record(
                COMPONENT,
                AuditRecord.done(
                        "document.share_expired", "document", share.documentId(), share.personId(), RecordStep.BASIS));
    }
}
