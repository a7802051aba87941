package okno.platform.security;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.core.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * One call to another service: with our token and trace, repeated when it only reads, not tried at all while the target
 * is known to be down. A target that fails is a {@link Problem} {@code dependency_unavailable}; what it refuses (4xx)
 * is the caller's to understand.
 */
final class ServiceCall implements ClientHttpRequestInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceCall.class);
    private static final int ATTEMPTS_TO_READ = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final String service;
    private final ServiceToken token;
    private final CircuitBreaker breaker;

    ServiceCall(String service, ServiceToken token, CircuitBreaker breaker) {
        this.service = service;
        this.token = token;
        this.breaker = breaker;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        String bearer = token.value();
        request.getHeaders().setBearerAuth(bearer);
        Trace trace = Trace.current();
        if (trace != null) {
            request.getHeaders().set("traceparent", trace.traceparent());
        }
        int attempts = request.getMethod() == HttpMethod.GET ? ATTEMPTS_TO_READ : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(request, body, execution, bearer);
            } catch (IOException e) {
                if (attempt == attempts) {
                    LOG.warn("{} does not answer: {}", service, e.toString());
                    throw unavailable();
                }
                pause(attempt);
            }
        }
    }

    private ClientHttpResponse attempt(
            HttpRequest request, byte[] body, ClientHttpRequestExecution execution, String bearer) throws IOException {
        if (!breaker.tryAcquirePermission()) {
            throw unavailable();
        }
        long start = System.nanoTime();
        try {
            ClientHttpResponse response = execution.execute(request, body);
            int status = response.getStatusCode().value();
            if (status >= 500) {
                response.close();
                throw new IOException("status " + status);
            }
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            if (status == 401 || status == 403) {
                // Between our own services this is a fault of ours, never something to tell the user as theirs.
                response.close();
                token.refused(bearer);
                LOG.error("{} refuses our token with status {}", service, status);
                throw unavailable();
            }
            return response;
        } catch (IOException e) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    private static void pause(int attempt) {
        long longest = FIRST_PAUSE.toMillis() << attempt;
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static Problem unavailable() {
        return new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
    }
}
