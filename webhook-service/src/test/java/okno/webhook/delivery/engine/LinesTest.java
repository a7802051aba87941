package okno.webhook.delivery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okno.webhook.delivery.domain.Breaker;
import okno.webhook.delivery.persistence.PendingDeliveries.Expected;
import okno.webhook.egress.SendResult;
import okno.webhook.egress.SendResult.Failure;
import okno.webhook.endpoint.domain.DisabledReason;
import org.junit.jupiter.api.Test;

/** The engine without threads, network, database or waiting: an hour passes in milliseconds. */
class LinesTest {

    private static final SendResult OK = answered(204);
    private static final Duration ROUND_TRIP = Duration.ofMillis(10);
    /** The most that is sent to one endpoint at a time. */
    private static final int AT_A_TIME = 32;

    private final FakeWorld world = new FakeWorld();

    @Test
    void a_dead_endpoint_with_a_backlog_gets_thirty_attempts_an_hour_at_most_and_then_everything() {
        var dead = world.endpoint(1, false);
        world.backlog(dead, 5_000);
        world.answer(dead, flight -> new SendResult.Failed(Failure.TIMED_OUT, Duration.ofSeconds(15)));
        world.run(Duration.ofHours(1));

        assertThat(world.attempts(dead)).isBetween(8, 30);
        assertThat(world.taken(dead)).isEmpty();

        world.answer(dead, flight -> OK);
        world.run(Duration.ofHours(2));
        assertThat(world.taken(dead)).hasSize(5_000).doesNotHaveDuplicates();
    }

    @Test
    void a_backlog_is_drained_in_a_fifth_more_than_the_ideal_time_once_the_endpoint_is_back() {
        var back = world.endpoint(1, false);
        world.backlog(back, 20_000);
        world.answerAfter(back, ROUND_TRIP, flight -> answered(503));
        world.run(Duration.ofMinutes(20));
        world.answer(back, flight -> OK);
        world.run(Duration.ofMinutes(20));

        assertThat(world.taken(back)).hasSize(20_000).doesNotHaveDuplicates();
        Duration ideal = ROUND_TRIP.multipliedBy(20_000).dividedBy(AT_A_TIME);
        assertThat(world.drained(back)).isLessThan(ideal.multipliedBy(12).dividedBy(10));
    }

    @Test
    void what_is_made_while_rows_are_read_is_sent_without_another_look() {
        var endpoint = world.endpoint(1, false);
        world.answer(endpoint, flight -> OK);
        world.backlog(endpoint, 5);
        world.after(Duration.ofMillis(1), () -> world.handOver(endpoint, 5));
        world.run(Duration.ofSeconds(1));

        assertThat(world.taken(endpoint)).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void an_old_row_that_comes_back_while_rows_are_read_is_sent_without_another_look() {
        var endpoint = world.endpoint(1, false);
        world.answer(endpoint, flight -> OK);
        world.redeliver(endpoint, 7);
        world.after(Duration.ofMillis(1), () -> world.redeliver(endpoint, 3));
        world.run(Duration.ofSeconds(1));

        assertThat(world.taken(endpoint)).containsExactlyInAnyOrder(world.row(endpoint, 7), world.row(endpoint, 3));
    }

    @Test
    void rows_that_are_under_way_are_expected_where_others_are_looked_for() {
        var endpoint = world.endpoint(1, false);
        world.answerAfter(endpoint, Duration.ofSeconds(1), flight -> OK);
        world.backlog(endpoint, 3);
        world.run(Duration.ofMillis(500));

        assertThat(world.lines().idle(world.now())).containsExactly(new Expected(endpoint, 3, 0));
        world.run(Duration.ofSeconds(2));
        assertThat(world.lines().idle(world.now())).containsExactly(new Expected(endpoint, 0, 0));
    }

    @Test
    void a_recovered_endpoint_is_not_flooded() {
        var sick = world.endpoint(1, false);
        world.backlog(sick, 500);
        world.answer(sick, flight -> answered(503));
        world.run(Duration.ofSeconds(2));
        int before = world.attempts(sick);
        world.answer(sick, flight -> OK);
        world.run(Duration.ofMinutes(1));

        // One probe, one more, then twice as many with each round.
        assertThat(world.mostAtOnceIn(sick, before, before + 4)).isLessThanOrEqualTo(2);
        assertThat(world.taken(sick)).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void endpoints_that_hang_hold_a_quarter_of_the_attempts_once_that_is_known() {
        for (int i = 0; i < 20; i++) {
            var hanging = world.endpoint(i, false);
            world.backlog(hanging, 100);
            world.answerAfter(
                    hanging,
                    Duration.ofSeconds(15),
                    flight -> new SendResult.Failed(Failure.TIMED_OUT, Duration.ofSeconds(15)));
        }
        var healthy = world.endpoint(30, false);
        world.backlog(healthy, 20_000);
        world.answer(healthy, flight -> OK);
        world.run(Duration.ofSeconds(16));
        world.run(Duration.ofMinutes(2));

        assertThat(world.taken(healthy)).hasSize(20_000);
        assertThat(world.lines().slowShare() * world.lines().inFlight()).isLessThanOrEqualTo(64);
    }

    @Test
    void one_bad_message_does_not_open_the_breaker_and_follows_its_own_schedule() {
        var endpoint = world.endpoint(1, false);
        world.backlog(endpoint, 50);
        world.answer(endpoint, flight -> flight.delivery().id().equals(world.row(endpoint, 7)) ? answered(400) : OK);
        world.run(Duration.ofMinutes(1));

        assertThat(world.taken(endpoint)).hasSize(49);
        assertThat(world.lines().byState(world.now())).isEqualTo(Map.of(Breaker.State.CLOSED, 1));
        assertThat(world.attempts(endpoint)).isEqualTo(49 + 2);
    }

    @Test
    void a_message_that_fails_again_and_again_while_nothing_else_is_sent_does_not_open_the_breaker() {
        var endpoint = world.endpoint(1, false);
        world.backlog(endpoint, 1);
        world.answer(endpoint, flight -> answered(500));
        world.run(Duration.ofHours(4), Duration.ofSeconds(1));

        assertThat(world.attempts(endpoint)).isEqualTo(5);
        assertThat(world.lines().byState(world.now())).isEqualTo(Map.of(Breaker.State.CLOSED, 1));
    }

    @Test
    void in_order_a_subject_waits_for_its_failed_message_and_no_other_does() {
        var endpoint = world.endpoint(1, true);
        world.backlog(endpoint, 60);
        world.answer(
                endpoint,
                flight -> flight.delivery().id().equals(world.row(endpoint, 0)) && world.seconds() < 100
                        ? answered(422)
                        : OK);
        world.run(Duration.ofSeconds(90));

        // Rows go round three subjects; those of the first wait behind row 0.
        assertThat(world.taken(endpoint)).hasSize(40).noneMatch(world.rowsOfSubject(endpoint, 0)::contains);
        world.run(Duration.ofMinutes(12));
        assertThat(world.taken(endpoint)).hasSize(60).doesNotHaveDuplicates();
        for (int subject = 0; subject < 3; subject++) {
            assertThat(world.taken(endpoint).stream().filter(world.rowsOfSubject(endpoint, subject)::contains))
                    .isSorted();
        }
    }

    @Test
    void in_order_a_message_refused_for_three_days_is_skipped() {
        var endpoint = world.endpoint(1, true);
        world.backlog(endpoint, 30);
        world.answer(endpoint, flight -> flight.delivery().id().equals(world.row(endpoint, 0)) ? answered(422) : OK);
        world.run(Duration.ofHours(71), Duration.ofSeconds(30));
        assertThat(world.taken(endpoint)).hasSize(20);

        world.run(Duration.ofHours(2), Duration.ofSeconds(10));
        assertThat(world.taken(endpoint)).hasSize(29);
        assertThat(world.skipped(endpoint)).containsExactly(world.row(endpoint, 0));
    }

    @Test
    void gone_stops_everything_at_once_and_keeps_the_backlog() {
        var endpoint = world.endpoint(1, false);
        world.backlog(endpoint, 100);
        world.answer(endpoint, flight -> answered(410));
        world.run(Duration.ofMinutes(10));

        assertThat(world.attempts(endpoint)).isEqualTo(8);
        assertThat(world.disabled()).containsOnly(DisabledReason.GONE);
        assertThat(world.pending(endpoint)).isEqualTo(100);
    }

    @Test
    void five_days_of_nothing_but_failures_disable_it() {
        var endpoint = world.endpoint(1, false);
        world.backlog(endpoint, 10);
        world.answer(endpoint, flight -> answered(500));
        world.run(Duration.ofDays(5).minusHours(2), Duration.ofSeconds(30));
        assertThat(world.disabled()).isEmpty();
        world.run(Duration.ofHours(4), Duration.ofSeconds(30));

        assertThat(world.disabled()).containsExactly(DisabledReason.FAILING);
        assertThat(world.pending(endpoint)).isEqualTo(10);
    }

    @Test
    void a_process_that_slept_beyond_its_lease_sends_nothing_until_it_has_it_again() {
        var endpoint = world.endpoint(1, false);
        world.leaseFor(Duration.ofSeconds(5));
        world.answer(endpoint, flight -> OK);
        world.sleep(Duration.ofSeconds(6));
        world.backlog(endpoint, 10);
        world.run(Duration.ofSeconds(5));
        assertThat(world.attempts(endpoint)).isZero();

        world.leaseFor(Duration.ofDays(1));
        world.run(Duration.ofSeconds(1));
        assertThat(world.taken(endpoint)).hasSize(10);
    }

    @Test
    void a_shard_that_is_left_sends_nothing_more_and_is_quiet_when_all_is_recorded() {
        var endpoint = world.endpoint(1, false);
        world.backlog(endpoint, 100);
        world.answerAfter(endpoint, Duration.ofSeconds(1), flight -> OK);
        world.run(Duration.ofMillis(100));
        world.leave(Set.of((short) 1));
        assertThat(world.lines().hasLeft((short) 1)).isFalse();

        world.run(Duration.ofSeconds(3));
        assertThat(world.lines().hasLeft((short) 1)).isTrue();
        assertThat(world.attempts(endpoint)).isEqualTo(8);
        assertThat(world.taken(endpoint)).hasSize(8);
    }

    @Test
    void what_comes_of_attempts_under_a_lost_shard_is_not_recorded() {
        var endpoint = world.endpoint(1, false);
        world.backlog(endpoint, 8);
        world.answerAfter(endpoint, Duration.ofSeconds(1), flight -> OK);
        world.run(Duration.ofMillis(100));
        world.lose();
        world.run(Duration.ofSeconds(5));

        assertThat(world.attempts(endpoint)).isEqualTo(8);
        assertThat(world.taken(endpoint)).isEmpty();
        assertThat(world.lines().unrecorded()).isZero();
    }

    private static SendResult answered(int status) {
        return new SendResult.Answered(status, null, new byte[0], Duration.ofMillis(10));
    }
}
