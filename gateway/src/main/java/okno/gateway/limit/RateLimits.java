package okno.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * Buckets of one plan, one per key, refilled steadily: so many requests a minute, all at once if one likes. Kept in this
 * process, so the limit is per replica; a key that was silent for two minutes has a full bucket again and is forgotten.
 */
final class RateLimits {

    private static final int MOST_KEYS = 200_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final String plan;
    private final long perMinute;
    private final String policy;
    private final Cache<String, Bucket> buckets;

    RateLimits(String plan, long perMinute) {
        this.plan = plan;
        this.perMinute = perMinute;
        this.policy = "\"%s\";q=%d;w=%d".formatted(plan, perMinute, WINDOW.toSeconds());
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build();
    }

    /** Takes one request off the key's bucket, if there is one left. */
    ConsumptionProbe take(String key) {
        return buckets.get(key, any -> newBucket()).tryConsumeAndReturnRemaining(1);
    }

    /** {@code RateLimit-Policy} field (draft-ietf-httpapi-ratelimit-headers): quota and window in seconds. */
    String policy() {
        return policy;
    }

    /** {@code RateLimit} field: what is left, and in how many seconds there is more. */
    String state(ConsumptionProbe probe) {
        return '"' + plan + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
    }

    /** Seconds until the next request is allowed, rounded up, at least 1. */
    static long retryAfter(ConsumptionProbe probe) {
        return Math.max(1, seconds(probe.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, 1_000_000_000L);
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }
}
