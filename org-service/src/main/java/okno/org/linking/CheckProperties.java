package okno.org.linking;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code okno.org.check.*}.
 *
 * @param poll how often new checks are looked for
 * @param lease how long one instance may take over one check: longer than both questions with all their repeats
 * @param firstPause pause after a check that got no answer; doubles up to the longest
 * @param longestPause longest pause between two tries
 */
@ConfigurationProperties("okno.org.check")
record CheckProperties(
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("1m") Duration longestPause) {

    Duration pauseAfter(int attempts) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    }
}
