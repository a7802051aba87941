package okno.platform.security;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Clients for our other services, by name: {@code serviceClients.to("registry")} calls {@code okno.services.registry}
 * with this service's own token. Connecting may take a second, an answer three; reads are tried three times; after
 * repeated failures calls fail at once for five seconds. Nothing needs to be up when the client is made.
 */
public final class ServiceClients {

    static final Duration ANSWER = Duration.ofSeconds(3);

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(3)
            .build();

    private final ServiceUrls urls;
    private final ServiceToken token;
    private final Function<Duration, ClientHttpRequestFactory> requests;

    ServiceClients(ServiceUrls urls, ServiceToken token, Function<Duration, ClientHttpRequestFactory> requests) {
        this.urls = urls;
        this.token = token;
        this.requests = requests;
    }

    /**
     * A client with the service's base URL. Failures of the service come as {@code Problem} {@code
     * dependency_unavailable} (503), its refusals as {@code HttpClientErrorException}.
     */
    public RestClient to(String service) {
        return to(service, ANSWER);
    }

    /** The same for long answers, read as a stream: {@code answer} is how long the whole of one may take. */
    public RestClient to(String service, Duration answer) {
        return RestClient.builder()
                .baseUrl(urls.of(service).toString())
                .requestFactory(requests.apply(answer))
                .defaultHeaders(headers -> headers.setAccept(List.of(MediaType.APPLICATION_JSON)))
                .requestInterceptor(new ServiceCall(service, token, CircuitBreaker.of(service, BREAKER)))
                .build();
    }

    /**
     * This service's own access token, for proving itself beside somebody else's.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable} when none can be had
     */
    public String ownToken() {
        return token.value();
    }
}
