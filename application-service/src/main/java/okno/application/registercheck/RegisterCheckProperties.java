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
 * @param keep how long an answer counts while a form is filled in; a submission asks anew
 * @param keepSilence how long a record that the register said nothing of is not asked for again while a form is filled in
 * @param keepMost records whose answers are kept
 */
@ConfigurationProperties("okno.register-check")
record RegisterCheckProperties(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("5m") Duration lastRetry,
        @DefaultValue("4") int batch,
        @DefaultValue("30s") Duration keep,
        @DefaultValue("5s") Duration keepSilence,
        @DefaultValue("10000") int keepMost) {

    Pace pace() {
        return new Pace(poll, lease, firstRetry, lastRetry, batch);
    }
}
