package okno.application.extract;

import java.util.UUID;
import okno.application.casefile.RecordStep;
import okno.application.casefile.domain.Application;
import okno.application.extract.persistence.ExtractTaskRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a task together with the step it was for. */
@Component
class SettleTask {

    private static final String COMPONENT = "application-service";

    private final RecordStep recordStep;
    private final ExtractTaskRows tasks;

    SettleTask(RecordStep recordStep, ExtractTaskRows tasks) {
        this.recordStep = recordStep;
        this.tasks = tasks;
    }

    @Transactional
    public Application handle(Application before, Application after) {
        recordStep.handle(COMPONENT, before, after);
        tasks.done(before.id());
        return after;
    }

    /** There is nothing to do any more. */
    @Transactional
    public void drop(UUID applicationId) {
        tasks.done(applicationId);
    }
}
