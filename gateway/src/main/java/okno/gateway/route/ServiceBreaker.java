package okno.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.BodyTooLarge;
import okno.platform.web.ProblemWriter;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Answers 503 with {@code Retry-After} when a service cannot be reached, and stops trying for two seconds when most calls
 * of the last twenty failed that way. An answer of the service, whatever its status, is no failure here.
 */
final class ServiceBreaker implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceBreaker.class);
    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(60)
            .waitDurationInOpenState(Duration.ofSeconds(2))
            .permittedNumberOfCallsInHalfOpenState(3)
            .build();

    private final CircuitBreaker breaker;
    private final ProblemWriter problems;
    private final MeterRegistry meters;

    ServiceBreaker(String service, ProblemWriter problems, MeterRegistry meters) {
        this.breaker = CircuitBreaker.of(service, CONFIG);
        this.problems = problems;
        this.meters = meters;
        meters.gauge(
                "okno.gateway.breaker.open",
                Tags.of("service", service),
                breaker,
                b -> b.getState() == CircuitBreaker.State.CLOSED ? 0 : 1);
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!breaker.tryAcquirePermission()) {
            return refusal(new Problem(ProblemKind.UNAVAILABLE, "unavailable"));
        }
        long start = System.nanoTime();
        try {
            ServerResponse response = next.handle(request);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            measure(request, Integer.toString(response.statusCode().value()), start);
            return response;
        } catch (ResourceAccessException | IOException e) {
            Problem fault = faultOfTheCaller(e);
            if (fault != null) {
                breaker.releasePermission();
                return refusal(fault);
            }
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            measure(request, "none", start);
            LOG.warn("{} does not answer: {}", breaker.getName(), e.toString());
            return refusal(new Problem(ProblemKind.UNAVAILABLE, "unavailable"));
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    /** Until the answer began; its status, or {@code none} when there was no answer. */
    private void measure(ServerRequest request, String status, long start) {
        meters.timer(
                        "okno.gateway.requests",
                        Tags.of(
                                "service",
                                breaker.getName(),
                                "method",
                                request.method().name(),
                                "status",
                                status))
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    /** A body that is too long or that the caller never finished is no failure of the service. */
    private static @Nullable Problem faultOfTheCaller(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return new Problem(ProblemKind.TOO_LARGE, "too_large");
            }
            if (cause instanceof ClientAbortException) {
                return new Problem(ProblemKind.MALFORMED, "malformed_body");
            }
        }
        return null;
    }

    private ServerResponse refusal(Problem problem) {
        return ServerResponse.status(503).build((request, response) -> {
            problems.write(request, response, problem);
            return null;
        });
    }
}
