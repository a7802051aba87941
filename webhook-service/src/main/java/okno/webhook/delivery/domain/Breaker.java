package okno.webhook.delivery.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an endpoint as a whole works. After some failures in a row it is open: nothing is sent. When the wait is over a
 * single probe is, and each probe that fails makes the next wait longer.
 *
 * @param failures in a row
 * @param failingSince the first of them; null when there is none
 * @param blockedUntil until when nothing is sent; null when it never was since the last success
 */
public record Breaker(
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant blockedUntil) {

    public static final Breaker CLOSED = new Breaker(0, null, null);

    /** What it lets through. */
    public enum State {
        /** As much as the endpoint takes. */
        CLOSED,
        /** Nothing. */
        OPEN,
        /** One attempt. */
        PROBING
    }

    public State state(RetryPolicy policy, Instant now) {
        if (blockedUntil != null && now.isBefore(blockedUntil)) {
            return State.OPEN;
        }
        return isFailing(policy) ? State.PROBING : State.CLOSED;
    }

    /** True when the failures are the endpoint's rather than those of single messages. */
    public boolean isFailing(RetryPolicy policy) {
        return failures >= policy.threshold();
    }

    /** One more failure, unless it was sent before the endpoint was given a rest: that is a part of the last one. */
    public Breaker afterFailure(RetryPolicy policy, @Nullable Duration retryAfter, Instant now) {
        if (blockedUntil != null && now.isBefore(blockedUntil)) {
            return this;
        }
        Instant since = failingSince == null ? now : failingSince;
        return new Breaker(failures + 1, since, policy.blockedUntil(failures + 1, retryAfter, now));
    }

    /** True when the endpoint has been failing for so long that it should be disabled. */
    public boolean failedFor(Duration time, RetryPolicy policy, Instant now) {
        return isFailing(policy)
                && failingSince != null
                && failingSince.plus(time).isBefore(now);
    }
}
