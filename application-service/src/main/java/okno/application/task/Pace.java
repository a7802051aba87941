package okno.application.task;

import java.time.Duration;

/**
 * How tasks are worked off.
 *
 * @param poll how long a task that was not announced (another replica's, a retry) waits at most
 * @param lease how long a worker may keep a task before another takes it over
 * @param firstRetry wait after the first failure; doubled each time up to {@code lastRetry}
 * @param batch tasks in hand at a time
 */
public record Pace(Duration poll, Duration lease, Duration firstRetry, Duration lastRetry, int batch) {

    /** Doubling, without jitter: the tasks of one outage are spread by their own times already. */
    Duration backOff(int attempts) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(lastRetry) > 0 ? lastRetry : wait;
    }
}
