package okno.platform.messaging;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets event ids that Kafka can no longer deliver again, a few thousand at a time. */
final class InboxCleaner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxCleaner.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int BATCH = 5_000;

    /** Locked rows are skipped: another replica is forgetting them. */
    private static final String DELETE = """
            delete from inbox where ctid = any(array(
                select ctid from inbox where received_at < now() - make_interval(secs => :seconds)
                order by received_at limit :batch for update skip locked))
            """;

    private final JdbcClient jdbc;
    private final Duration retention;
    private @Nullable Thread thread;

    InboxCleaner(JdbcClient jdbc, Duration retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("inbox-cleaner").start(this::run);
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

    /** Forgets everything that is older than the retention; returns how many. */
    long clean() {
        long total = 0;
        int deleted;
        do {
            deleted = jdbc.sql(DELETE)
                    .param("seconds", retention.toSeconds())
                    .param("batch", BATCH)
                    .update();
            total += deleted;
        } while (deleted == BATCH);
        return total;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                cleanOrWarn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void cleanOrWarn() {
        try {
            clean();
        } catch (DataAccessException e) {
            LOG.warn("Inbox was not cleaned: {}", e.getClass().getName());
        }
    }
}
