package okno.webhook.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a message is tried again (the schedule of Standard Webhooks), and when an endpoint that fails for all messages is
 * probed again.
 *
 * @param schedule waits before each attempt, the first included
 * @param probeDelays waits between probes of a failing endpoint; the last is repeated
 * @param threshold failures in a row that make an endpoint a failing one
 * @param retryAfterCap the longest {@code Retry-After} that is honoured
 * @param jitter share of a wait by which it may be longer or shorter
 * @param random uniform in [0, 1)
 */
public record RetryPolicy(
        List<Duration> schedule,
        List<Duration> probeDelays,
        int threshold,
        Duration retryAfterCap,
        double jitter,
        DoubleSupplier random) {

    /**
     * What a failed attempt means for its message.
     *
     * @param step how many attempts of the schedule were made before this one
     * @param retryAfter what the endpoint asked for; null when nothing
     */
    public Outcome afterFailure(int step, @Nullable Duration retryAfter, Instant now) {
        if (step + 1 >= schedule.size()) {
            return new Outcome.GaveUp();
        }
        Duration wait = jittered(schedule.get(step + 1));
        Duration asked = capped(retryAfter);
        return new Outcome.WillRetry(now.plus(asked.compareTo(wait) > 0 ? asked : wait));
    }

    /**
     * The same for a message that others wait behind: its last attempt is made when they have waited for the hold.
     *
     * @param failingSince its first failure
     */
    public Outcome afterFailureInOrder(
            int step, @Nullable Duration retryAfter, Instant failingSince, Duration hold, Instant now) {
        Instant end = failingSince.plus(hold);
        if (!now.isBefore(end)) {
            return new Outcome.Skipped();
        }
        return afterFailure(step, retryAfter, now) instanceof Outcome.WillRetry(Instant at) && at.isBefore(end)
                ? new Outcome.WillRetry(at)
                : new Outcome.WillRetry(end);
    }

    /**
     * Until when the endpoint is left alone after its n-th failure in a row; null when it is not.
     *
     * @param retryAfter what it asked for; this alone is reason enough
     */
    public @Nullable Instant blockedUntil(int failures, @Nullable Duration retryAfter, Instant now) {
        Duration asked = capped(retryAfter);
        if (failures < threshold) {
            return asked.isZero() ? null : now.plus(asked);
        }
        Duration probe = jittered(probeDelays.get(Math.min(failures - threshold, probeDelays.size() - 1)));
        return now.plus(asked.compareTo(probe) > 0 ? asked : probe);
    }

    private Duration capped(@Nullable Duration retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        return retryAfter.compareTo(retryAfterCap) > 0 ? retryAfterCap : retryAfter;
    }

    private Duration jittered(Duration wait) {
        double factor = 1 + jitter * (2 * random.getAsDouble() - 1);
        return Duration.ofNanos((long) (wait.toNanos() * factor));
    }
}
