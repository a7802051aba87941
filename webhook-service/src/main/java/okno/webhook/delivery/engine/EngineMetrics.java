package okno.webhook.delivery.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okno.webhook.delivery.domain.Breaker;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.egress.SendResult;
import org.springframework.stereotype.Component;

/** How late deliveries are, what attempts come to, and what the engine is doing. No label names an endpoint or an owner. */
@Component
class EngineMetrics {

    private static final long OBSERVE_NANOS = 1_000_000_000;

    private final MeterRegistry registry;
    private final Clock clock;
    private final Timer lag;
    private final Counter refused;
    private final Map<String, Counter> attempts = new ConcurrentHashMap<>();
    private final Map<Breaker.State, AtomicInteger> endpoints = new EnumMap<>(Breaker.State.class);
    private volatile int inFlight;
    private volatile double slowShare;
    private long observed;

    EngineMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.lag = Timer.builder("okno.webhook.delivery.lag")
                .description("From the commit of the event to its first taken delivery")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        this.refused = Counter.builder("okno.webhook.results.refused")
                .description("Results that were not written since the endpoint has another owner")
                .register(registry);
        Gauge.builder("okno.webhook.in.flight", () -> inFlight)
                .description("Attempts under way")
                .register(registry);
        Gauge.builder("okno.webhook.slow.lane.share", () -> slowShare)
                .description("Share of the attempts under way to endpoints that are slow or do not work")
                .register(registry);
        for (Breaker.State state : Breaker.State.values()) {
            var count = new AtomicInteger();
            endpoints.put(state, count);
            Gauge.builder("okno.webhook.endpoints", count::get)
                    .description("Active endpoints of this process by the state of their breaker")
                    .tag("breaker", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    void attempted(PendingDelivery delivery, SendResult result) {
        boolean taken = result instanceof SendResult.Answered answered && answered.ok();
        if (taken && delivery.attempts() == 0) {
            lag.record(Duration.between(delivery.occurredAt(), clock.instant()));
        }
        attempts.computeIfAbsent(Verdicts.word(result), this::counter).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("okno.webhook.attempts")
                .description("Attempts by what came of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    void recorded(List<Settled> batch, Set<Short> accepted) {
        batch.stream()
                .filter(settled -> !accepted.contains(settled.line().shard))
                .forEach(settled -> refused.increment());
    }

    /** Called by the engine's thread with each of its ticks. */
    void observe(Lines lines, Instant now) {
        inFlight = lines.inFlight();
        slowShare = lines.slowShare();
        long nanos = System.nanoTime();
        if (nanos - observed >= OBSERVE_NANOS) {
            observed = nanos;
            Map<Breaker.State, Integer> counts = lines.byState(now);
            endpoints.forEach((state, count) -> count.set(counts.getOrDefault(state, 0)));
        }
    }
}
