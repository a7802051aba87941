package okno.application.scan;

import java.time.Clock;
import java.util.UUID;
import okno.application.scan.persistence.ScanTaskRows;
import okno.application.task.TaskWorker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Scans what waits; a file waits until a verdict was recorded. */
@Component
@EnableConfigurationProperties(ScanProperties.class)
class ScanWorker extends TaskWorker {

    private final ScanDocument scanDocument;

    ScanWorker(ScanTaskRows tasks, ScanDocument scanDocument, ScanProperties properties, Clock clock) {
        super("scan-worker", tasks, properties.pace(), clock);
        this.scanDocument = scanDocument;
    }

    @Override
    protected void handle(UUID documentId) {
        scanDocument.handle(documentId);
    }
}
