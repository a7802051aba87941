package okno.notification.channel;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.concurrent.TimeUnit;
import okno.notification.Channel;

/** A provider and how it has done lately: set aside when too many calls fail or take too long, then probed. */
public final class Provider {

    private final MessageChannel messages;
    private final CircuitBreaker breaker;
    private final int failedPercent;

    Provider(MessageChannel messages, FailoverProperties properties) {
        this.messages = messages;
        this.failedPercent = properties.failedPercent();
        this.breaker = CircuitBreaker.of(
                messages.name(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(properties.window())
                        .minimumNumberOfCalls(properties.minimum())
                        .failureRateThreshold(properties.failedPercent())
                        .slowCallRateThreshold(properties.slowPercent())
                        .slowCallDurationThreshold(properties.slow())
                        .waitDurationInOpenState(properties.rest())
                        .permittedNumberOfCallsInHalfOpenState(properties.probes())
                        .build());
    }

    public String name() {
        return messages.name();
    }

    public Channel channel() {
        return messages.channel();
    }

    public boolean knowsRepeats() {
        return messages.knowsRepeats();
    }

    /** Sends, and remembers how it went and how long it took. Needs a place from {@link #reserve} first. */
    public SendOutcome send(OutgoingMessage message) {
        long begun = System.nanoTime();
        SendOutcome outcome = messages.send(message);
        long took = System.nanoTime() - begun;
        switch (outcome) {
            case SendOutcome.Accepted accepted -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            // A verdict on the message says nothing against the provider.
            case SendOutcome.Refused refused -> breaker.onSuccess(took, TimeUnit.NANOSECONDS);
            case SendOutcome.Unavailable unavailable -> failed(took, unavailable.reason());
            case SendOutcome.Unknown unknown -> failed(took, unknown.reason());
        }
        return outcome;
    }

    private void failed(long took, String reason) {
        breaker.onError(took, TimeUnit.NANOSECONDS, new ProviderFailed(reason));
    }

    /** How many of so many messages may go to it now: all, a few as a probe, or none. */
    public int reserve(int wanted) {
        int places = 0;
        while (places < wanted && breaker.tryAcquirePermission()) {
            places++;
        }
        return places;
    }

    /** Gives back places that no message was found for. */
    public void giveBack(int places) {
        for (int i = 0; i < places; i++) {
            breaker.releasePermission();
        }
    }

    /** In good standing. */
    public boolean good() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    boolean probed() {
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    /** Set aside for its slowness alone; it still delivers. */
    boolean merelySlow() {
        return breaker.getState() == CircuitBreaker.State.OPEN
                && breaker.getMetrics().getFailureRate() < failedPercent;
    }

    /** Runs whenever the judgement changes. */
    public void onChange(Runnable action) {
        breaker.getEventPublisher().onStateTransition(change -> action.run());
    }

    /** What the window counts as a failure; it is never thrown. */
    private static final class ProviderFailed extends IllegalStateException {
        ProviderFailed(String reason) {
            super(reason);
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
