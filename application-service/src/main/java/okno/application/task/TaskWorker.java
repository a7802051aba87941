package okno.application.task;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okno.application.task.persistence.TaskRows;
import okno.platform.core.Problem;
import okno.platform.core.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Works tasks off, as many replicas as there are side by side; a task is gone only when it was settled. */
public abstract class TaskWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);

    private final String name;
    private final TaskRows tasks;
    private final Pace pace;
    private final Clock clock;
    private final Semaphore awake = new Semaphore(0);

    /** How many more tasks may be in hand. */
    private final Semaphore hands;

    private volatile boolean running;
    private @Nullable Thread thread;
    private @Nullable ExecutorService threads;

    protected TaskWorker(String name, TaskRows tasks, Pace pace, Clock clock) {
        this.name = name;
        this.tasks = tasks;
        this.pace = pace;
        this.clock = clock;
        this.hands = new Semaphore(pace.batch());
    }

    /** Does one task and settles it; whatever is thrown, it is tried again later. */
    protected abstract void handle(UUID task);

    /** A task was added in this transaction; it begins the moment that commits. */
    public void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                awake.release();
            }
        });
    }

    @Override
    public void start() {
        running = true;
        ExecutorService started = Executors.newVirtualThreadPerTaskExecutor();
        threads = started;
        thread = Thread.ofVirtual().name(name).start(() -> run(started));
    }

    @Override
    public void stop() {
        running = false;
        Thread worker = thread;
        if (worker != null) {
            worker.interrupt();
        }
        ExecutorService started = threads;
        if (started != null) {
            started.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(ExecutorService started) {
        while (running) {
            try {
                if (!takeUp(started)) {
                    awake.tryAcquire(pace.poll().toMillis(), TimeUnit.MILLISECONDS);
                    awake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Begins what is due, as far as hands are free; true when there may be more. A slow task holds its own hand only. */
    private boolean takeUp(ExecutorService started) throws InterruptedException {
        hands.acquire();
        int free = 1 + hands.drainPermits();
        int begun = 0;
        try {
            for (TaskRows.Claimed task : tasks.claim(free, clock.instant(), pace.lease())) {
                started.execute(() -> attempt(task));
                begun++;
            }
            return begun == free;
        } catch (RuntimeException e) {
            LOG.warn(
                    "Tasks of {} cannot be read, trying again: {}",
                    name,
                    e.getClass().getSimpleName());
            Thread.sleep(pace.poll());
            return false;
        } finally {
            hands.release(free - begun);
        }
    }

    private void attempt(TaskRows.Claimed task) {
        Trace.continueOrBegin(null).enter();
        try {
            handle(task.id());
        } catch (RuntimeException e) {
            // Whatever went wrong, the task stays; if even that cannot be written, the end of its lease brings it back.
            String fault =
                    e instanceof Problem problem ? problem.code() : e.getClass().getSimpleName();
            LOG.warn("Task {} of {} failed, attempt {}: {}", task.id(), name, task.attempts(), fault);
            tasks.retry(task.id(), clock.instant().plus(pace.backOff(task.attempts())), fault);
        } finally {
            hands.release();
            Trace.leave();
        }
    }
}
