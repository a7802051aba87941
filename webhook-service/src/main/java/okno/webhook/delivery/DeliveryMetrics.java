package okno.webhook.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import okno.webhook.delivery.domain.DeliveryStatus;
import okno.webhook.delivery.persistence.DeliveryQueue.ClaimedDelivery;
import okno.webhook.egress.SendResult;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How late deliveries are, what attempts come to, and how many wait. */
@Component
class DeliveryMetrics {

    private final MeterRegistry registry;
    private final Timer lag;
    private final MultiGauge deliveries;
    private final DeliveryQueries queries;
    private final Clock clock;

    DeliveryMetrics(MeterRegistry registry, DeliveryQueries queries, Clock clock) {
        this.registry = registry;
        this.queries = queries;
        this.clock = clock;
        this.lag = Timer.builder("okno.webhook.delivery.lag")
                .description("From the commit of the event to its first taken delivery")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        this.deliveries = MultiGauge.builder("okno.webhook.deliveries")
                .description("Deliveries that are not done, by status")
                .register(registry);
    }

    void attempted(ClaimedDelivery delivery, SendResult result) {
        boolean taken = result instanceof SendResult.Answered answered && answered.ok();
        if (taken && delivery.step() == 0) {
            lag.record(Duration.between(delivery.occurredAt(), clock.instant()));
        }
        String outcome =
                switch (result) {
                    case SendResult.Answered answered -> answered.status() / 100 + "xx";
                    case SendResult.Failed failed -> failed.failure().name().toLowerCase(Locale.ROOT);
                };
        Counter.builder("okno.webhook.attempts")
                .description("Attempts by what came of them")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT5S")
    void countUnfinished() {
        var rows = queries.unfinished().entrySet().stream()
                .map(entry -> MultiGauge.Row.of(Tags.of("status", name(entry.getKey())), entry.getValue()))
                .toList();
        deliveries.register(rows, true);
    }

    private static String name(DeliveryStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
