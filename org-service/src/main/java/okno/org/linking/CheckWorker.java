package okno.org.linking;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works through the checks that are due, one at a time; several instances share them. */
@Component
class CheckWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckWorker.class);

    private final CheckOrganisation check;
    private final CheckProperties settings;
    private volatile @Nullable Thread worker;

    CheckWorker(CheckOrganisation check, CheckProperties settings) {
        this.check = check;
        this.settings = settings;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("organisation-checks").unstarted(this::work);
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
                if (!check.handleNext()) {
                    Thread.sleep(settings.poll());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Whatever it was, the worker must live: the claim of this check runs out and it is tried again.
                LOG.error("Check of an organisation failed", e);
            }
        }
    }
}
