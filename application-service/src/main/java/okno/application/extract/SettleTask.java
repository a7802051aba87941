package okno.application.extract;

import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.casefile.domain.Paper;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.extract.persistence.ExtractTaskRows;
import okno.application.result.IssueResults;
import okno.application.result.KeepResult;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a task together with the step it was for. */
@Component
class SettleTask {

    private static final String COMPONENT = "application-service";

    private final RecordStep recordStep;
    private final ExtractTaskRows tasks;
    private final KeepResult keepResult;
    private final IssueResults issueResults;
    private final PassportQueries passports;

    SettleTask(
            RecordStep recordStep,
            ExtractTaskRows tasks,
            KeepResult keepResult,
            IssueResults issueResults,
            PassportQueries passports) {
        this.recordStep = recordStep;
        this.tasks = tasks;
        this.keepResult = keepResult;
        this.issueResults = issueResults;
        this.passports = passports;
    }

    /** The extract is the result. */
    @Transactional
    public Application deliver(Application before, Application after, Paper extract) {
        Passport passport =
                passports.get(before.service().code(), before.service().version());
        keepResult.brought(new KeepResult.Brought(before, passport, KeepResult.Details.NONE), extract);
        return handle(before, after);
    }

    @Transactional
    public Application handle(Application before, Application after) {
        recordStep.handle(COMPONENT, before, after);
        tasks.done(before.id());
        issueResults.handle(after);
        return after;
    }

    /** There is nothing to do any more. */
    @Transactional
    public void drop(UUID applicationId) {
        tasks.done(applicationId);
    }
}
