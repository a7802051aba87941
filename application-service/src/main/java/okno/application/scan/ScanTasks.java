package okno.application.scan;

import java.time.Clock;
import java.util.UUID;
import okno.application.scan.persistence.ScanTaskRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands files to the worker: with the caller's transaction, and awake the moment it commits. */
@Component
public class ScanTasks {

    private final ScanTaskRows rows;
    private final ScanWorker worker;
    private final Clock clock;

    ScanTasks(ScanTaskRows rows, ScanWorker worker, Clock clock) {
        this.rows = rows;
        this.worker = worker;
        this.clock = clock;
    }

    /** A file of an application. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addPaper(UUID documentId) {
        rows.addPaper(documentId, clock.instant());
        worker.wakeAfterCommit();
    }

    /** A document that its owner keeps. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addPersonalDocument(UUID documentId) {
        rows.addPersonalDocument(documentId, clock.instant());
        worker.wakeAfterCommit();
    }
}
