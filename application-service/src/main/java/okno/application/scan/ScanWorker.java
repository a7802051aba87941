package okno.application.scan;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okno.application.scan.persistence.ScanTaskRows;
import okno.platform.core.Problem;
import okno.platform.core.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Scans what waits, as many replicas as there are side by side; a file waits until a verdict was recorded. */
@Component
@EnableConfigurationProperties(ScanProperties.class)
class ScanWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ScanWorker.class);

    private final ScanTaskRows tasks;
    private final ScanDocument scanDocument;
    private final ScanProperties properties;
    private final Clock clock;
    private final Semaphore awake = new Semaphore(0);

    private volatile boolean running;
    private @Nullable Thread thread;

    ScanWorker(ScanTaskRows tasks, ScanDocument scanDocument, ScanProperties properties, Clock clock) {
        this.tasks = tasks;
        this.scanDocument = scanDocument;
        this.properties = properties;
        this.clock = clock;
    }

    /** Something was added and committed. */
    void wake() {
        awake.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("scan-worker").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                if (!workOff()) {
                    awake.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS);
                    awake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Does what is due; true when there may be more. */
    private boolean workOff() throws InterruptedException {
        try {
            List<ScanTaskRows.Claimed> due = tasks.claim(properties.batch(), clock.instant(), properties.lease());
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(task -> threads.execute(() -> scan(task)));
            }
            return due.size() == properties.batch();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Files to scan cannot be read, trying again: {}",
                    e.getClass().getSimpleName());
            Thread.sleep(properties.poll());
            return false;
        }
    }

    private void scan(ScanTaskRows.Claimed task) {
        Trace.continueOrBegin(null).enter();
        try {
            scanDocument.handle(task.documentId());
        } catch (RuntimeException e) {
            // Whatever went wrong, the file goes on waiting; if even that cannot be written, the end of its lease
            // brings it back.
            String fault =
                    e instanceof Problem problem ? problem.code() : e.getClass().getSimpleName();
            LOG.warn("File {} not scanned, attempt {}: {}", task.documentId(), task.attempts(), fault);
            tasks.retry(task.documentId(), clock.instant().plus(properties.backOff(task.attempts())), fault);
        } finally {
            Trace.leave();
        }
    }
}
