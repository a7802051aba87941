package okno.application.deadline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import okno.application.casefile.domain.TermWatch;
import org.springframework.stereotype.Component;

/** {@code okno.application.cancelled{reason}} and {@code okno.application.escalated{level}}: what days brought about. */
@Component
class DeadlineMetrics {

    private final MeterRegistry registry;
    private final Clock clock;

    DeadlineMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void cancelled(String reason) {
        registry.counter("okno.application.cancelled", "reason", reason).increment();
    }

    void escalated(TermWatch.Level level) {
        registry.counter("okno.application.escalated", "level", level.name()).increment();
    }
}
