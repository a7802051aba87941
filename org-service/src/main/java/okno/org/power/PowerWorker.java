package okno.org.power;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works through the powers of attorney that are due, one at a time; several instances share them. */
@Component
class PowerWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PowerWorker.class);

    private final SettlePowers settle;
    private final PowerProperties settings;
    private volatile @Nullable Thread worker;

    PowerWorker(SettlePowers settle, PowerProperties settings) {
        this.settle = settle;
        this.settings = settings;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("powers-of-attorney").unstarted(this::work);
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
                if (!settle.handleNext()) {
                    Thread.sleep(settings.poll());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Whatever it was, the worker must live: the claim runs out and it is tried again.
                LOG.error("A power of attorney could not be looked after", e);
            }
        }
    }
}
