package okno.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.core.Ids;
import okno.platform.test.TestDatabase;
import okno.platform.test.TestStack;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class HousekeepingIT {

    private static final TestDatabase DATABASE = TestStack.database(List.of("classpath:db/platform"));
    private final JdbcClient jdbc = DATABASE.jdbc();

    @Test
    void inbox_forgets_what_kafka_no_longer_has_and_nothing_younger() {
        jdbc.sql("""
                insert into inbox (consumer, event_id, received_at)
                select 'old', gen_random_uuid(), now() - interval '15 days' from generate_series(1, 12000)
                """).update();
        jdbc.sql(
                        "insert into inbox (consumer, event_id, received_at) values ('young', :id, now() - interval '13 days')")
                .param("id", UUID.randomUUID())
                .update();

        long forgotten = new InboxCleaner(jdbc, Duration.ofDays(14)).clean();

        assertThat(forgotten).isEqualTo(12_000);
        assertThat(jdbc.sql("select consumer from inbox").query(String.class).list())
                .containsExactly("young");
    }

    @Test
    void service_refuses_a_database_that_may_forget_a_commit() {
        var required = new DurabilityCheck(jdbc, true);
        var accepted = new DurabilityCheck(jdbc, false);

        assertThatThrownBy(required::afterSingletonsInstantiated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[fsync, full_page_writes, synchronous_commit]");
        assertThatCode(accepted::afterSingletonsInstantiated).doesNotThrowAnyException();
    }

    @Test
    void metrics_show_how_much_waits_and_for_how_long() {
        var meters = new SimpleMeterRegistry();
        try (var fixture = new OutboxFixture("housekeeping.metrics");
                var writer = fixture.writer()) {
            new OutboxMetrics(fixture.jdbc, new StaticListableBeanFactory(Map.of()).getBeanProvider(OutboxRelay.class))
                    .bindTo(meters);
            assertThat(meters.get("okno.outbox.size").gauge().value()).isZero();
            assertThat(meters.get("okno.outbox.age").gauge().value()).isZero();

            writer.inTransaction(() -> writer.outbox.append(fixture.event(Ids.next(), 1)));

            assertThat(meters.get("okno.outbox.size").gauge().value()).isEqualTo(1);
            assertThat(meters.get("okno.outbox.age").gauge().value()).isPositive();
        }
    }
}
