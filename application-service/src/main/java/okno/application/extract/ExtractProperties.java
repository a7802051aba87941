package okno.application.extract;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.extract.*}.
 *
 * @param poll how long a task that was not announced (another replica's, a retry) waits at most
 * @param lease how long a worker may keep a task before another takes it over; longer than the register's time-out
 * @param firstRetry wait after the first failure; doubled each time up to {@code lastRetry}
 * @param batch tasks taken at a time
 */
@ConfigurationProperties("okno.extract")
record ExtractProperties(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("5m") Duration lastRetry,
        @DefaultValue("4") int batch) {

    /** Doubling, without jitter: the tasks of one outage are spread by their own times already. */
    Duration backOff(int attempts) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(lastRetry) > 0 ? lastRetry : wait;
    }
}
