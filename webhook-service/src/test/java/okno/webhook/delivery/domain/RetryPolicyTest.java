package okno.webhook.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final RetryPolicy policy = policy(0.5);

    @Test
    void follows_the_schedule_and_gives_up_after_its_end() {
        assertThat(policy.afterFailure(0, null, NOW)).isEqualTo(new Outcome.WillRetry(NOW.plusSeconds(5)));
        assertThat(policy.afterFailure(1, null, NOW)).isEqualTo(new Outcome.WillRetry(NOW.plusSeconds(300)));
        assertThat(policy.afterFailure(2, null, NOW)).isEqualTo(new Outcome.GaveUp());
    }

    @Test
    void strays_by_the_jitter_and_no_further() {
        assertThat(policy(0).afterFailure(0, null, NOW)).isEqualTo(new Outcome.WillRetry(NOW.plusSeconds(4)));
        assertThat(policy(1).afterFailure(0, null, NOW)).isEqualTo(new Outcome.WillRetry(NOW.plusSeconds(6)));
    }

    @Test
    void honours_retry_after_up_to_the_cap() {
        assertThat(policy.afterFailure(0, Duration.ofHours(3), NOW))
                .isEqualTo(new Outcome.WillRetry(NOW.plus(Duration.ofHours(3))));
        assertThat(policy.afterFailure(0, Duration.ofDays(30), NOW))
                .isEqualTo(new Outcome.WillRetry(NOW.plus(Duration.ofHours(24))));
        assertThat(policy.afterFailure(0, Duration.ofSeconds(1), NOW))
                .isEqualTo(new Outcome.WillRetry(NOW.plusSeconds(5)));
    }

    @Test
    void in_order_the_last_attempt_is_made_at_the_end_of_the_hold_and_the_message_then_skipped() {
        Duration hold = Duration.ofMinutes(4);
        Instant since = NOW.minusSeconds(100);

        assertThat(policy.afterFailureInOrder(0, null, NOW, hold, NOW))
                .isEqualTo(new Outcome.WillRetry(NOW.plusSeconds(5)));
        assertThat(policy.afterFailureInOrder(1, null, since, hold, NOW))
                .isEqualTo(new Outcome.WillRetry(since.plus(hold)));
        assertThat(policy.afterFailureInOrder(2, null, since, hold, NOW))
                .isEqualTo(new Outcome.WillRetry(since.plus(hold)));
        assertThat(policy.afterFailureInOrder(2, null, since, hold, since.plus(hold)))
                .isEqualTo(new Outcome.Skipped());
    }

    @Test
    void leaves_an_endpoint_alone_after_three_failures_in_a_row_for_longer_and_longer() {
        assertThat(policy.blockedUntil(2, null, NOW)).isNull();
        assertThat(policy.blockedUntil(3, null, NOW)).isEqualTo(NOW.plusSeconds(10));
        assertThat(policy.blockedUntil(4, null, NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(policy.blockedUntil(99, null, NOW)).isEqualTo(NOW.plusSeconds(60));
        assertThat(policy.blockedUntil(1, Duration.ofSeconds(30), NOW)).isEqualTo(NOW.plusSeconds(30));
    }

    private static RetryPolicy policy(double random) {
        return new RetryPolicy(
                List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofMinutes(5)),
                List.of(Duration.ofSeconds(10), Duration.ofSeconds(60)),
                3,
                Duration.ofHours(24),
                0.2,
                () -> random);
    }
}
