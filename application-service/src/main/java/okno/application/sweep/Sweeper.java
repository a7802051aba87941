package okno.application.sweep;

import java.io.UncheckedIOException;
import java.time.Duration;
import okno.application.documents.SweepDocuments;
import okno.application.upload.SweepUploads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Sweeps on every replica; what two do at once is done once. */
@Component
class Sweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration PERIOD = Duration.ofMinutes(10);
    /** Going through all contents is long: once a day. */
    private static final int ROUNDS_A_DAY = 144;

    private final SweepUploads sweepUploads;
    private final SweepDocuments sweepDocuments;
    private final SweepOrphans sweepOrphans;
    private final RewrapDocuments rewrapDocuments;
    private @Nullable Thread thread;

    Sweeper(
            SweepUploads sweepUploads,
            SweepDocuments sweepDocuments,
            SweepOrphans sweepOrphans,
            RewrapDocuments rewrapDocuments) {
        this.sweepUploads = sweepUploads;
        this.sweepDocuments = sweepDocuments;
        this.sweepOrphans = sweepOrphans;
        this.rewrapDocuments = rewrapDocuments;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("sweeper").start(this::run);
    }

    @Override
    public void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            for (int round = 1; ; round++) {
                Thread.sleep(PERIOD);
                sweepOrWarn(round % ROUNDS_A_DAY == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOrWarn(boolean orphans) {
        try {
            sweepUploads.handle();
            sweepDocuments.handle();
            if (orphans) {
                sweepOrphans.handle();
            }
            rewrapDocuments.handle();
        } catch (DataAccessException | UncheckedIOException | IllegalStateException e) {
            LOG.warn("Nothing was swept: {}", e.getClass().getName());
        }
    }
}
