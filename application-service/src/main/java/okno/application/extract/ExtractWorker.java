package okno.application.extract;

import java.time.Clock;
import java.util.UUID;
import okno.application.extract.persistence.ExtractTaskRows;
import okno.application.task.TaskWorker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Delivers extracts; a task is gone only when its extract is delivered. */
@Component
@EnableConfigurationProperties(ExtractProperties.class)
class ExtractWorker extends TaskWorker {

    private final FulfilByExtract fulfilByExtract;

    ExtractWorker(ExtractTaskRows tasks, FulfilByExtract fulfilByExtract, ExtractProperties properties, Clock clock) {
        super("extract-worker", tasks, properties.pace(), clock);
        this.fulfilByExtract = fulfilByExtract;
    }

    @Override
    protected void handle(UUID applicationId) {
        fulfilByExtract.handle(applicationId);
    }
}
