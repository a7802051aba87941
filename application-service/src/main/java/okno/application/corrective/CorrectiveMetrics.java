package okno.application.corrective;

import io.micrometer.core.instrument.MeterRegistry;
import okno.application.casefile.domain.TermWatch;
import okno.application.corrective.domain.CorrectiveAction;
import org.springframework.stereotype.Component;

/** {@code okno.corrective.opened{kind}}, {@code okno.corrective.escalated{level}}, {@code okno.corrective.closed{cause}}. */
@Component
class CorrectiveMetrics {

    private final MeterRegistry registry;

    CorrectiveMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void opened(CorrectiveAction.Kind kind) {
        registry.counter("okno.corrective.opened", "kind", kind.name()).increment();
    }

    void escalated(TermWatch.Level level) {
        registry.counter("okno.corrective.escalated", "level", level.name()).increment();
    }

    void closed(String cause) {
        registry.counter("okno.corrective.closed", "cause", cause).increment();
    }
}
