package okno.application.extract;

import java.time.Clock;
import java.util.UUID;
import okno.application.extract.persistence.ExtractTaskRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands applications to the worker: with the caller's transaction, and awake the moment it commits. */
@Component
public class ExtractTasks {

    private final ExtractTaskRows rows;
    private final ExtractWorker worker;
    private final Clock clock;

    ExtractTasks(ExtractTaskRows rows, ExtractWorker worker, Clock clock) {
        this.rows = rows;
        this.worker = worker;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID applicationId) {
        rows.add(applicationId, clock.instant());
        worker.wakeAfterCommit();
    }
}
