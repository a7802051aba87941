package okno.application.registercheck;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import okno.application.catalogue.domain.Passport;
import okno.application.registercheck.persistence.RegisterCheckRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands checks to the worker: with the caller's transaction, and awake the moment it commits. */
@Component
public class PostponedChecks {

    private final RegisterCheckRows rows;
    private final RegisterCheckWorker worker;
    private final Clock clock;

    PostponedChecks(RegisterCheckRows rows, RegisterCheckWorker worker, Clock clock) {
        this.rows = rows;
        this.worker = worker;
        this.clock = clock;
    }

    /** Of an application that is submitted for the first time. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID applicationId, List<Passport.RegisterCheck> checks) {
        if (!checks.isEmpty()) {
            rows.add(
                    applicationId,
                    checks.stream().map(Passport.RegisterCheck::code).toList(),
                    clock.instant());
            rows.reflect(applicationId);
            worker.wakeAfterCommit();
        }
    }

    /** These instead of those of an earlier submission, whose form they were about. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(UUID applicationId, List<Passport.RegisterCheck> checks) {
        boolean removed = rows.remove(applicationId);
        add(applicationId, checks);
        if (removed && checks.isEmpty()) {
            rows.reflect(applicationId);
        }
    }
}
