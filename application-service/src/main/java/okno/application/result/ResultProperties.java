package okno.application.result;

import java.net.URI;
import java.time.Duration;
import okno.application.task.Pace;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.result.*}.
 *
 * @param publicUrl the gateway's public address, for the links in QR codes
 * @param poll how long a task that was not announced (another replica's, a retry) waits at most
 * @param lease how long a worker may keep a task before another takes it over
 * @param firstRetry wait after the first failure; doubled each time up to {@code lastRetry}
 * @param batch tasks in hand at a time
 */
@ConfigurationProperties("okno.result")
record ResultProperties(
        URI publicUrl,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("5m") Duration lastRetry,
        @DefaultValue("4") int batch) {

    Pace pace() {
        return new Pace(poll, lease, firstRetry, lastRetry, batch);
    }

    /** Where anybody verifies a document. */
    String verification(Object id) {
        return publicUrl + "/api/v1/results/verification/" + id;
    }
}
