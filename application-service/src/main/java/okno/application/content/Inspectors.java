package okno.application.content;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okno.application.content.inspect.Demands;
import okno.application.content.inspect.Refused;
import okno.platform.core.FieldFault;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The processes that look into files: begun when first needed, kept while they answer, replaced when a file was too much
 * for one. See ADR 0044.
 */
@Component
@EnableConfigurationProperties(ContentProperties.class)
public class Inspectors implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Inspectors.class);

    private final ContentProperties properties;
    private final MeterRegistry meters;
    private final Semaphore free;
    private final Queue<InspectorProcess> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean running;

    Inspectors(ContentProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.meters = meters;
        this.free = new Semaphore(properties.inspectors(), true);
    }

    /**
     * The same content, which an inspector sees as it is read and judges at its end. To be closed by whoever reads it.
     */
    InspectedStream watch(InputStream content, Demands demands) {
        return new InspectedStream(content, demands, this);
    }

    /** @throws Problem {@code inspection_unavailable} when all are busy for long, or none can be started */
    InspectorProcess take() {
        try {
            if (!free.tryAcquire(properties.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw unavailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
        try {
            for (InspectorProcess kept = idle.poll(); kept != null; kept = idle.poll()) {
                if (kept.isAlive()) {
                    return kept;
                }
            }
            return InspectorProcess.start(properties);
        } catch (IOException e) {
            free.release();
            LOG.error("No inspector of files can be started", e);
            throw unavailable();
        }
    }

    void giveBack(InspectorProcess process, boolean usable) {
        if (usable && running) {
            idle.add(process);
        } else {
            process.end();
        }
        free.release();
    }

    /** Null: accepted. */
    @Nullable
    Refused answerOf(InspectorProcess process) throws IOException {
        try {
            return process.answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    Problem refusal(String code, Object... args) {
        meters.counter("okno.content.refused", "code", code).increment();
        return Problem.invalid(List.of(FieldFault.at("/file", code, args)));
    }

    private static Problem unavailable() {
        return new Problem(ProblemKind.UNAVAILABLE, "inspection_unavailable");
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        idle.forEach(InspectorProcess::end);
        idle.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
