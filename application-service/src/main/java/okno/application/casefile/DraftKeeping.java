package okno.application.casefile;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.draft.*}.
 *
 * @param keep how long a draft is kept that nobody touches
 * @param warn how long before its end the owner is told; it never ends sooner than so long after they were
 */
@ConfigurationProperties("okno.draft")
public record DraftKeeping(
        @DefaultValue("90d") Duration keep,
        @DefaultValue("7d") Duration warn) {

    /** When a draft ends that is not touched any more. */
    public Instant end(Instant touchedAt) {
        return touchedAt.plus(keep);
    }
}
