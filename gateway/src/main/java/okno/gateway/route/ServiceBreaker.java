package okno.gateway.route;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.web.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
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

    ServiceBreaker(String service, ProblemWriter problems) {
        this.breaker = CircuitBreaker.of(service, CONFIG);
        this.problems = problems;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
        if (!breaker.tryAcquirePermission()) {
            return unavailable(request);
        }
        long start = System.nanoTime();
        try {
            ServerResponse response = next.handle(request);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return response;
        } catch (ResourceAccessException | IOException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            // The cause alone: the message around it quotes the path, and paths hold tax numbers.
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
            LOG.warn("{} does not answer: {}", breaker.getName(), cause.toString());
            return unavailable(request);
        } catch (RuntimeException e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private ServerResponse unavailable(ServerRequest request) {
        return ServerResponse.status(503).build((servletRequest, response) -> {
            problems.write(servletRequest, response, new Problem(ProblemKind.UNAVAILABLE, "unavailable"));
            return null;
        });
    }
}
