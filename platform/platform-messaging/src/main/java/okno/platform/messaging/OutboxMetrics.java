package okno.platform.messaging;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator must see of the outbox: how much waits, for how long, and who relays. */
final class OutboxMetrics implements MeterBinder {

    private static final String AGE = """
            select coalesce((select extract(epoch from clock_timestamp() - created_at) from outbox order by id limit 1), 0)
            """;

    /** Bounded, so that counting a backlog does not add to it. */
    private static final String SIZE = "select count(*) from (select 1 from outbox limit 100000) as waiting";

    private final JdbcClient jdbc;
    private final ObjectProvider<OutboxRelay> relay;

    OutboxMetrics(JdbcClient jdbc, ObjectProvider<OutboxRelay> relay) {
        this.jdbc = jdbc;
        this.relay = relay;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "okno.outbox.age", "age of the oldest event not yet in Kafka, seconds", AGE);
        gauge(registry, "okno.outbox.size", "events not yet in Kafka, at most 100000", SIZE);
        relay.ifAvailable(it -> {
            Gauge.builder("okno.outbox.relay.active", it, active -> active.isActive() ? 1 : 0)
                    .description("1 in the one replica that relays")
                    .register(registry);
            FunctionCounter.builder("okno.outbox.sent", it, OutboxRelay::sent)
                    .description("events brought to Kafka by this process")
                    .register(registry);
        });
    }

    private void gauge(MeterRegistry registry, String name, String description, String sql) {
        ToDoubleFunction<JdbcClient> value = client -> {
            try {
                return client.sql(sql).query(Double.class).single();
            } catch (DataAccessException e) {
                return Double.NaN;
            }
        };
        Gauge.builder(name, jdbc, value).description(description).register(registry);
    }
}
