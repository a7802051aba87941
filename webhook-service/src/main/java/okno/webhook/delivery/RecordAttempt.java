package okno.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import okno.webhook.delivery.domain.Outcome;
import okno.webhook.delivery.domain.RetryPolicy;
import okno.webhook.delivery.persistence.Attempts;
import okno.webhook.delivery.persistence.Attempts.Attempt;
import okno.webhook.delivery.persistence.Attempts.Health;
import okno.webhook.delivery.persistence.DeliveryQueue.ClaimedDelivery;
import okno.webhook.egress.SendResult;
import okno.webhook.endpoint.DisableEndpoint;
import okno.webhook.endpoint.domain.DisabledReason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down an attempt and what it means: for the delivery, and for the endpoint as a whole. */
@Service
public class RecordAttempt {

    private static final int GONE = 410;
    private static final int RESPONSE_START = 1024;

    private final Attempts attempts;
    private final DisableEndpoint disable;
    private final RetryPolicy policy;
    private final Duration disableAfter;
    private final Clock clock;

    RecordAttempt(Attempts attempts, DisableEndpoint disable, DeliveryProperties properties, Clock clock) {
        this.attempts = attempts;
        this.disable = disable;
        this.disableAfter = properties.disableAfter();
        this.clock = clock;
        this.policy = new RetryPolicy(
                properties.schedule(),
                properties.probeDelays(),
                properties.breakerThreshold(),
                properties.retryAfterCap(),
                properties.jitter(),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** A claimed delivery, when it was sent and what came of it. */
    public record Command(ClaimedDelivery delivery, Instant startedAt, SendResult result) {}

    @Transactional
    public void handle(Command command) {
        ClaimedDelivery delivery = command.delivery();
        Instant now = clock.instant();
        attempts.insert(delivery, attempt(command));
        if (command.result() instanceof SendResult.Answered answered && answered.ok()) {
            attempts.apply(delivery, new Outcome.Delivered(), now);
            recovered(delivery, now);
        } else {
            Duration retryAfter = retryAfter(command.result());
            attempts.apply(delivery, policy.afterFailure(delivery.step(), retryAfter, now), now);
            failed(delivery, command.result(), retryAfter, now);
        }
    }

    private void recovered(ClaimedDelivery delivery, Instant now) {
        if (!attempts.isFailing(delivery.endpointId())) {
            return;
        }
        Health before = attempts.lockHealth(delivery.endpointId());
        attempts.saveHealth(delivery.endpointId(), Health.GOOD);
        if (before.failures() >= policy.threshold()) {
            // What failed while nothing worked says nothing about the messages: they need not wait any longer.
            attempts.hasten(delivery.endpointId(), now);
        }
    }

    private void failed(ClaimedDelivery delivery, SendResult result, @Nullable Duration retryAfter, Instant now) {
        if (result instanceof SendResult.Answered answered && answered.status() == GONE) {
            disable.handle(new DisableEndpoint.Command(delivery.endpointId(), DisabledReason.GONE));
            return;
        }
        Health health = attempts.lockHealth(delivery.endpointId());
        Instant blocked = health.blockedUntil();
        if (blocked != null && blocked.isAfter(now)) {
            // Sent before the endpoint was given a rest: one failure of it, not another.
            return;
        }
        int failures = health.failures() + 1;
        Instant since = health.failingSince() == null ? now : health.failingSince();
        attempts.saveHealth(
                delivery.endpointId(), new Health(failures, since, policy.blockedUntil(failures, retryAfter, now)));
        if (failures >= policy.threshold() && since.plus(disableAfter).isBefore(now)) {
            disable.handle(new DisableEndpoint.Command(delivery.endpointId(), DisabledReason.FAILING));
        }
    }

    private static @Nullable Duration retryAfter(SendResult result) {
        return result instanceof SendResult.Answered answered ? answered.retryAfter() : null;
    }

    private static Attempt attempt(Command command) {
        SendResult result = command.result();
        return switch (result) {
            case SendResult.Answered answered ->
                new Attempt(command.startedAt(), result.duration(), answered.status(), null, start(answered.body()));
            case SendResult.Failed failed ->
                new Attempt(
                        command.startedAt(),
                        result.duration(),
                        null,
                        failed.failure().name(),
                        null);
        };
    }

    private static String start(byte[] body) {
        byte[] start = Arrays.copyOf(body, Math.min(body.length, RESPONSE_START));
        // PostgreSQL text takes every character but this one.
        return new String(start, StandardCharsets.UTF_8).replace("\0", "");
    }
}
