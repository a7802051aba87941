package okno.webhook.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many deliveries wait, of all endpoints and whatever for. */
@Component
class DeliveryMetrics {

    private final DeliveryQueries queries;
    private volatile long pending;

    DeliveryMetrics(MeterRegistry registry, DeliveryQueries queries) {
        this.queries = queries;
        Gauge.builder("okno.webhook.deliveries", () -> pending)
                .description("Deliveries that are not done")
                .tag("status", "pending")
                .register(registry);
    }

    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT5S")
    void countPending() {
        pending = queries.pending();
    }
}
