package okno.webhook.delivery.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import okno.webhook.delivery.DeliveryProperties.Retry;
import okno.webhook.delivery.domain.Breaker;
import okno.webhook.delivery.domain.Outcome;
import okno.webhook.delivery.domain.PendingDelivery;
import okno.webhook.delivery.domain.RetryPolicy;
import okno.webhook.delivery.persistence.Results.AttemptResult;
import okno.webhook.egress.SendResult;
import okno.webhook.endpoint.domain.DisabledReason;
import org.jspecify.annotations.Nullable;

/** What an attempt means: for its message, for the endpoint, and for how much is sent to it. */
final class Verdicts {

    private static final int GONE = 410;
    private static final int RESPONSE_START = 1024;

    private final RetryPolicy policy;
    private final Retry settings;

    Verdicts(RetryPolicy policy, Retry settings) {
        this.policy = policy;
        this.settings = settings;
    }

    Breaker.State state(Breaker breaker, Instant now) {
        return breaker.state(policy, now);
    }

    /** Applies the attempt to its line. */
    Settled judge(Finished finished, Instant now, long nanos) {
        Flight flight = finished.flight();
        Line line = flight.line();
        Breaker before = line.breaker;
        boolean ok = finished.result() instanceof SendResult.Answered answered && answered.ok();
        Outcome outcome = ok ? succeeded(flight, nanos) : failed(flight, finished.result(), now, nanos);
        settle(line, flight.delivery(), outcome);
        return new Settled(
                line,
                result(flight, finished.result(), outcome),
                line.breaker.equals(before) ? null : line.breaker,
                ok && before.isFailing(policy),
                disabling(line, finished.result(), now));
    }

    private Outcome succeeded(Flight flight, long nanos) {
        Line line = flight.line();
        if (line.breaker.isFailing(policy)) {
            line.limit.restart();
        } else {
            line.limit.succeeded(flight.began(), nanos);
        }
        line.breaker = Breaker.CLOSED;
        return new Outcome.Delivered();
    }

    private Outcome failed(Flight flight, SendResult result, Instant now, long nanos) {
        Line line = flight.line();
        PendingDelivery delivery = flight.delivery();
        line.limit.failed(flight.began(), nanos);
        Integer status = status(result);
        if (status != null && status == GONE) {
            return new Outcome.WaitsForEndpoint();
        }
        Duration retryAfter = result instanceof SendResult.Answered answered ? answered.retryAfter() : null;
        // One message that is refused again and again says nothing about the endpoint.
        boolean onlyTheMessage =
                delivery.id().equals(line.lastRefused) && status != null && !line.breaker.isFailing(policy);
        if (!onlyTheMessage || retryAfter != null) {
            line.breaker = line.breaker.afterFailure(policy, retryAfter, now);
        }
        line.lastRefused = delivery.id();
        if (line.breaker.isFailing(policy)) {
            return new Outcome.WaitsForEndpoint();
        }
        if (line.window().ordered()) {
            Instant since = delivery.failedAt() == null ? flight.startedAt() : delivery.failedAt();
            return policy.afterFailureInOrder(delivery.step(), retryAfter, since, settings.hold(), now);
        }
        return policy.afterFailure(delivery.step(), retryAfter, now);
    }

    private static void settle(Line line, PendingDelivery delivery, Outcome outcome) {
        switch (outcome) {
            case Outcome.WaitsForEndpoint waits -> line.window().putBack(delivery.attempted());
            case Outcome.WillRetry retry -> line.block(delivery);
            case Outcome.Delivered delivered -> line.window().done(delivery);
            case Outcome.GaveUp gaveUp -> line.window().done(delivery);
            case Outcome.Skipped skipped -> line.window().done(delivery);
        }
    }

    private @Nullable DisabledReason disabling(Line line, SendResult result, Instant now) {
        Integer status = status(result);
        if (status != null && status == GONE) {
            return DisabledReason.GONE;
        }
        return line.breaker.failedFor(settings.disableAfter(), policy, now) ? DisabledReason.FAILING : null;
    }

    /** When the row is due again; null when it is gone, or still in the window. */
    @Nullable
    Instant retryAt(Settled settled) {
        return settled.result().outcome() instanceof Outcome.WillRetry(Instant at) ? at : null;
    }

    private static AttemptResult result(Flight flight, SendResult result, Outcome outcome) {
        return new AttemptResult(
                flight.delivery(),
                flight.line().shard,
                flight.line().epoch,
                flight.startedAt(),
                result.duration().toMillis(),
                status(result),
                result instanceof SendResult.Failed failed ? failed.failure().name() : null,
                result instanceof SendResult.Answered answered ? start(answered.body()) : null,
                outcome);
    }

    private static @Nullable Integer status(SendResult result) {
        return result instanceof SendResult.Answered answered ? answered.status() : null;
    }

    private static @Nullable String start(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        byte[] start = Arrays.copyOf(body, Math.min(body.length, RESPONSE_START));
        // PostgreSQL text takes every character but this one.
        return new String(start, StandardCharsets.UTF_8).replace("\0", "");
    }

    /** The word for metrics: a class of status codes, or the kind of failure. */
    static String word(SendResult result) {
        return switch (result) {
            case SendResult.Answered answered -> answered.status() / 100 + "xx";
            case SendResult.Failed failed -> failed.failure().name().toLowerCase(Locale.ROOT);
        };
    }
}
