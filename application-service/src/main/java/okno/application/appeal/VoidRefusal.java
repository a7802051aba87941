package okno.application.appeal;

import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.result.IssueResults;
import okno.platform.core.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a refusal back, and with it the notice that told of it. */
@Component
class VoidRefusal {

    private final RecordStep recordStep;
    private final IssueResults issueResults;

    VoidRefusal(RecordStep recordStep, IssueResults issueResults) {
        this.recordStep = recordStep;
        this.issueResults = issueResults;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Caller caller, Application refused, Application reopened) {
        recordStep.handle(caller, refused, reopened);
        issueResults.takeBack(reopened);
    }
}
