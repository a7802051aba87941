package okno.application.scan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import okno.application.task.Pace;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code okno.scan.*}.
 *
 * @param scanner who scans; without a default, since a machine that scans nothing must have been asked to
 * @param clamdHost where clamd listens, when it scans
 * @param clamdPort its TCP port
 * @param timeLimit longest silence of the scanner
 * @param poll how long a file that was not announced (another replica's, a retry) waits at most
 * @param lease how long a worker may keep a file before another takes it over; longer than {@code timeLimit}
 * @param firstRetry wait after the first failure; doubled each time up to {@code lastRetry}
 * @param batch files in hand at a time
 * @param quarantine how long an infected file is kept for those who look after security, before its content is thrown away
 */
@Validated
@ConfigurationProperties("okno.scan")
record ScanProperties(
        @NotNull Scanner scanner,
        @DefaultValue("localhost") @NotBlank String clamdHost,
        @DefaultValue("3310") int clamdPort,
        @DefaultValue("30s") Duration timeLimit,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("5m") Duration lastRetry,
        @DefaultValue("4") int batch,
        @DefaultValue("30d") Duration quarantine) {

    /** EICAR finds the test file only and is for machines where nothing is at stake. */
    enum Scanner {
        CLAMD,
        EICAR
    }

    Pace pace() {
        return new Pace(poll, lease, firstRetry, lastRetry, batch);
    }
}
