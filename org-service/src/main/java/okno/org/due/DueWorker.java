package okno.org.due;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Works through rows that are due, one at a time; several instances share them by claims. */
public final class DueWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DueWorker.class);

    private final String name;
    private final BooleanSupplier handleNext;
    private final Duration pause;
    private volatile @Nullable Thread worker;

    /**
     * Makes a worker that starts and stops with the application.
     *
     * @param name of its thread, and what the log calls it
     * @param handleNext claims one row and handles it; false when none is due
     * @param pause between two looks when none is due
     */
    public DueWorker(String name, BooleanSupplier handleNext, Duration pause) {
        this.name = name;
        this.handleNext = handleNext;
        this.pause = pause;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name(name).unstarted(this::work);
        // Before it starts: the thread runs only while it is known as the worker.
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void work() {
        while (Thread.currentThread() == worker) {
            try {
                if (!handleNext.getAsBoolean()) {
                    Thread.sleep(pause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Whatever it was, the worker must live: the claim runs out and it is tried again.
                LOG.error("{}: one that was due failed", name, e);
            }
        }
    }
}
