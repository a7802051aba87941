package okno.webhook.delivery.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    private static final long MS = Duration.ofMillis(1).toNanos();

    private final ConcurrencyLimit limit = new ConcurrencyLimit(8, 32);
    private long now;

    @Test
    void doubles_with_each_round_of_successes_up_to_the_highest() {
        succeed(8, 10);
        assertThat(limit.get()).isEqualTo(16);
        succeed(100, 10);
        assertThat(limit.get()).isEqualTo(32);
    }

    @Test
    void halves_after_a_failure_once_for_all_that_was_under_way() {
        succeed(24, 10);
        long began = now;
        now += 10 * MS;
        for (int i = 0; i < 5; i++) {
            limit.failed(began, now);
        }
        assertThat(limit.get()).isEqualTo(16);

        limit.failed(now, now + MS);
        assertThat(limit.get()).isEqualTo(8);
    }

    @Test
    void grows_by_one_a_round_after_trouble() {
        succeed(24, 10);
        limit.failed(now, now + MS);
        now += MS;
        succeed(17, 10);

        assertThat(limit.get()).isEqualTo(17);
    }

    @Test
    void falls_when_answers_take_four_times_as_long_as_usual() {
        succeed(50, 100);
        limit.succeeded(now, now + 900 * MS);

        assertThat(limit.get()).isEqualTo(25);
    }

    @Test
    void is_not_alarmed_by_the_noise_of_a_busy_machine() {
        succeed(50, 2);
        limit.succeeded(now, now + 200 * MS);

        assertThat(limit.get()).isEqualTo(32);
    }

    @Test
    void never_falls_below_one_and_begins_with_one_after_a_recovery() {
        for (int i = 0; i < 20; i++) {
            limit.failed(now, now + MS);
            now += 2 * MS;
        }
        assertThat(limit.get()).isEqualTo(1);

        limit.restart();
        assertThat(limit.get()).isEqualTo(1);
        succeed(1, 10);
        assertThat(limit.get()).isEqualTo(2);
    }

    private void succeed(int times, long millis) {
        for (int i = 0; i < times; i++) {
            limit.succeeded(now, now + millis * MS);
        }
        now += millis * MS;
    }
}
