package okno.webhook.delivery.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okno.webhook.BackgroundLoop;
import okno.webhook.Wakeup;
import okno.webhook.delivery.DeliveryProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Collects results for some milliseconds and has them written at once. What cannot be written is tried again, for as long
 * as it takes: the engine stops sending when too much waits here.
 */
@Component
class Recorder extends BackgroundLoop {

    private static final long IDLE_MILLIS = 200;

    private final RecordResults record;
    private final Mailbox mailbox;
    private final EngineMetrics metrics;
    private final DeliveryProperties.Flow flow;
    private final LinkedBlockingQueue<Settled> queue = new LinkedBlockingQueue<>();
    private final List<Settled> batch = new ArrayList<>();
    private final Set<UUID> inBatch = new HashSet<>();
    private @Nullable Settled left;

    Recorder(RecordResults record, Mailbox mailbox, EngineMetrics metrics, DeliveryProperties properties) {
        super("webhook-recorder", new Wakeup(), properties.flow().recordEvery());
        this.record = record;
        this.mailbox = mailbox;
        this.metrics = metrics;
        this.flow = properties.flow();
    }

    void add(Settled settled) {
        queue.add(settled);
    }

    /** After the engine, which adds to it, and before the leases are given up. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    protected boolean work() throws InterruptedException {
        if (batch.isEmpty()) {
            collect();
        }
        if (!batch.isEmpty()) {
            write();
        }
        return true;
    }

    private void collect() throws InterruptedException {
        Settled next = left == null ? queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS) : left;
        left = null;
        long until = System.nanoTime() + flow.recordEvery().toNanos();
        // Two results of one delivery cannot be written by one statement.
        while (next != null && inBatch.add(next.result().delivery().id())) {
            batch.add(next);
            if (batch.size() >= flow.recordBatch()) {
                return;
            }
            next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        left = next;
    }

    private void write() {
        Set<Short> owned = record.handle(new RecordResults.Command(List.copyOf(batch)));
        List<Settled> written = List.copyOf(batch);
        batch.clear();
        inBatch.clear();
        metrics.recorded(written, owned);
        mailbox.post(lines -> lines.recorded(written, owned));
    }
}
