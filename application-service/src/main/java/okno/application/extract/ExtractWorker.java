package okno.application.extract;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okno.application.extract.persistence.ExtractTaskRows;
import okno.platform.core.Problem;
import okno.platform.core.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works extract tasks off, as many replicas as there are side by side; a task is gone only when its extract is delivered. */
@Component
@EnableConfigurationProperties(ExtractProperties.class)
class ExtractWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExtractWorker.class);

    private final ExtractTaskRows tasks;
    private final FulfilByExtract fulfilByExtract;
    private final ExtractProperties properties;
    private final Clock clock;
    private final Semaphore awake = new Semaphore(0);

    private volatile boolean running;
    private @Nullable Thread thread;

    ExtractWorker(ExtractTaskRows tasks, FulfilByExtract fulfilByExtract, ExtractProperties properties, Clock clock) {
        this.tasks = tasks;
        this.fulfilByExtract = fulfilByExtract;
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
        thread = Thread.ofVirtual().name("extract-worker").start(this::run);
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
            List<ExtractTaskRows.Claimed> due = tasks.claim(properties.batch(), clock.instant(), properties.lease());
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(task -> threads.execute(() -> fulfil(task)));
            }
            return due.size() == properties.batch();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Extract tasks cannot be read, trying again: {}",
                    e.getClass().getSimpleName());
            Thread.sleep(properties.poll());
            return false;
        }
    }

    private void fulfil(ExtractTaskRows.Claimed task) {
        Trace.continueOrBegin(null).enter();
        try {
            fulfilByExtract.handle(task.applicationId());
        } catch (RuntimeException e) {
            // Whatever went wrong, the task stays; if even that cannot be written, the end of its lease brings it back.
            String fault =
                    e instanceof Problem problem ? problem.code() : e.getClass().getSimpleName();
            LOG.warn("Extract for {} not made, attempt {}: {}", task.applicationId(), task.attempts(), fault);
            tasks.retry(task.applicationId(), clock.instant().plus(properties.backOff(task.attempts())), fault);
        } finally {
            Trace.leave();
        }
    }
}
