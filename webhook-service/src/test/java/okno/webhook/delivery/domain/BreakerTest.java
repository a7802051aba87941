package okno.webhook.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okno.webhook.delivery.domain.Breaker.State;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final RetryPolicy policy = new RetryPolicy(
            List.of(Duration.ZERO, Duration.ofSeconds(5)),
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(60)),
            3,
            Duration.ofHours(24),
            0,
            () -> 0.5);

    @Test
    void opens_with_the_third_failure_in_a_row_and_probes_after_the_wait() {
        Breaker two = failures(2, NOW);
        assertThat(two.state(policy, NOW)).isEqualTo(State.CLOSED);

        Breaker open = two.afterFailure(policy, null, NOW);

        assertThat(open.state(policy, NOW.plusSeconds(9))).isEqualTo(State.OPEN);
        assertThat(open.state(policy, NOW.plusSeconds(10))).isEqualTo(State.PROBING);
    }

    @Test
    void failures_that_were_sent_before_it_opened_do_not_make_the_wait_longer() {
        Breaker open = failures(3, NOW);

        assertThat(open.afterFailure(policy, null, NOW.plusSeconds(1))).isEqualTo(open);
    }

    @Test
    void a_probe_that_fails_makes_the_next_wait_longer() {
        Breaker again = failures(3, NOW).afterFailure(policy, null, NOW.plusSeconds(10));

        assertThat(again.blockedUntil()).isEqualTo(NOW.plusSeconds(70));
        assertThat(again.failingSince()).isEqualTo(NOW);
    }

    @Test
    void what_the_endpoint_asks_for_is_a_wait_but_not_yet_a_failing_endpoint() {
        Breaker asked = Breaker.CLOSED.afterFailure(policy, Duration.ofSeconds(30), NOW);

        assertThat(asked.state(policy, NOW.plusSeconds(29))).isEqualTo(State.OPEN);
        assertThat(asked.state(policy, NOW.plusSeconds(30))).isEqualTo(State.CLOSED);
        assertThat(asked.isFailing(policy)).isFalse();
    }

    @Test
    void is_to_be_disabled_after_days_of_nothing_but_failures() {
        Breaker open = failures(3, NOW);

        assertThat(open.failedFor(Duration.ofDays(5), policy, NOW.plus(Duration.ofDays(5))))
                .isFalse();
        assertThat(open.failedFor(
                        Duration.ofDays(5), policy, NOW.plus(Duration.ofDays(5)).plusMillis(1)))
                .isTrue();
        assertThat(failures(2, NOW).failedFor(Duration.ofDays(5), policy, NOW.plus(Duration.ofDays(9))))
                .isFalse();
    }

    private Breaker failures(int count, Instant at) {
        Breaker breaker = Breaker.CLOSED;
        for (int i = 0; i < count; i++) {
            breaker = breaker.afterFailure(policy, null, at);
        }
        return breaker;
    }
}
