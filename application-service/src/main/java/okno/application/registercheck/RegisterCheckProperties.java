package okno.application.registercheck;

import java.time.Duration;
import okno.application.task.Pace;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.register-check.*}.
 *
 * @param poll how long a check that was not announced (another replica's, a retry) waits at most
 * @param lease how long a worker may keep a check before another takes it over; longer than the register's time-out
 * @param firstRetry wait after the first failure; doubled each time up to {@code lastRetry}
 * @param batch checks in hand at a time
 */
@ConfigurationProperties("okno.register-check")
record RegisterCheckProperties(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("5m") Duration lastRetry,
        @DefaultValue("4") int batch) {

    Pace pace() {
        return new Pace(poll, lease, firstRetry, lastRetry, batch);
    }
}
