package okno.application.result;

import java.time.Clock;
import java.util.UUID;
import okno.application.result.persistence.ResultTaskRows;
import okno.application.task.TaskWorker;
import org.springframework.stereotype.Component;

/** Makes documents that follow from decisions; a task is gone only when they are there. */
@Component
class ResultWorker extends TaskWorker {

    private final MakeAutomaticResults makeAutomaticResults;

    ResultWorker(
            ResultTaskRows tasks, MakeAutomaticResults makeAutomaticResults, ResultProperties properties, Clock clock) {
        super("result-worker", tasks, properties.pace(), clock);
        this.makeAutomaticResults = makeAutomaticResults;
    }

    @Override
    protected void handle(UUID applicationId) {
        makeAutomaticResults.handle(applicationId);
    }
}
