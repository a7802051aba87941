package okno.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;
import okno.gateway.client.ClientPlan;

/**
 * What registered clients have called by their plans: a second's worth at once, and so many in the 24 hours that begin
 * with a day's first call. A changed plan changes what is left in proportion. Kept in this process, so per replica, and a
 * restart forgets the day.
 */
final class PlanLimits {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final Cache<String, Counters> counters = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(DAY.plusHours(1))
            .build();

    private record Counters(ClientPlan plan, Bucket second, Bucket day) {

        static Counters of(ClientPlan plan) {
            return new Counters(
                    plan,
                    Bucket.builder()
                            .addLimit(limit -> limit.capacity(plan.perSecond()).refillGreedy(plan.perSecond(), SECOND))
                            .build(),
                    Bucket.builder()
                            .addLimit(limit -> limit.capacity(plan.perDay()).refillIntervally(plan.perDay(), DAY))
                            .build());
        }

        Counters on(ClientPlan other) {
            second.replaceConfiguration(
                    BucketConfiguration.builder()
                            .addLimit(
                                    limit -> limit.capacity(other.perSecond()).refillGreedy(other.perSecond(), SECOND))
                            .build(),
                    TokensInheritanceStrategy.PROPORTIONALLY);
            day.replaceConfiguration(
                    BucketConfiguration.builder()
                            .addLimit(limit -> limit.capacity(other.perDay()).refillIntervally(other.perDay(), DAY))
                            .build(),
                    TokensInheritanceStrategy.PROPORTIONALLY);
            return new Counters(other, second, day);
        }
    }

    /**
     * What came of one call.
     *
     * @param policy {@code RateLimit-Policy} field: both windows
     * @param state {@code RateLimit} field: what is left of each
     * @param retryAfter seconds until the next call is allowed; 0 when this one is
     */
    record Taken(boolean allowed, String policy, String state, long retryAfter) {}

    Taken take(ClientPlan plan) {
        Counters known = counters.get(plan.clientId(), any -> Counters.of(plan));
        if (!known.plan().equals(plan)) {
            known = counters.asMap().compute(plan.clientId(), (any, old) -> {
                if (old == null) {
                    return Counters.of(plan);
                }
                return old.plan().equals(plan) ? old : old.on(plan);
            });
        }
        ConsumptionProbe second = known.second().tryConsumeAndReturnRemaining(1);
        if (!second.isConsumed()) {
            return taken(plan, second, known.day().getAvailableTokens(), DAY.toSeconds(), second);
        }
        ConsumptionProbe day = known.day().tryConsumeAndReturnRemaining(1);
        long reset = Math.ceilDiv(day.getNanosToWaitForReset(), 1_000_000_000L);
        if (!day.isConsumed()) {
            known.second().addTokens(1);
            return taken(plan, second, 0, reset, day);
        }
        return taken(plan, second, day.getRemainingTokens(), reset, day);
    }

    private static Taken taken(
            ClientPlan plan, ConsumptionProbe second, long leftOfDay, long dayResets, ConsumptionProbe decisive) {
        return new Taken(
                decisive.isConsumed(),
                "\"client-second\";q=%d;w=1, \"client-day\";q=%d;w=86400".formatted(plan.perSecond(), plan.perDay()),
                "\"client-second\";r=" + second.getRemainingTokens() + ";t=1, \"client-day\";r=" + leftOfDay + ";t="
                        + dayResets,
                decisive.isConsumed() ? 0 : RateLimits.retryAfter(decisive));
    }
}
