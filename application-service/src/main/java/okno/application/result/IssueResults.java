package okno.application.result;

import java.time.Clock;
import okno.application.casefile.domain.Application;
import okno.application.catalogue.PassportQueries;
import okno.application.catalogue.domain.Passport;
import okno.application.result.persistence.ResultTaskRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows from a decision: documents that waited for it count, those that make themselves are handed to the {@link
 * ResultWorker}.
 */
@Component
public class IssueResults {

    private final DecidedResults decided;
    private final ResultTaskRows tasks;
    private final ResultWorker worker;
    private final PassportQueries passports;
    private final Clock clock;

    IssueResults(
            DecidedResults decided, ResultTaskRows tasks, ResultWorker worker, PassportQueries passports, Clock clock) {
        this.decided = decided;
        this.tasks = tasks;
        this.worker = worker;
        this.passports = passports;
        this.clock = clock;
    }

    /** After a step that decided the application or delivered its result. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Application after) {
        Passport passport =
                passports.get(after.service().code(), after.service().version());
        if (!decided.due(after, passport).isEmpty()) {
            tasks.add(after.id(), clock.instant());
            worker.wakeAfterCommit();
        }
        decided.count(after, passport);
    }

    /** The decision is void, and so is what followed from it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Application reopened) {
        decided.takeBack(reopened.id());
    }
}
