package okno.registry.civil;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the registers of others. A register that is down is said to be down, never taken for one that knows nothing. */
@Component
@EnableConfigurationProperties(CivilProperties.class)
class CivilRegisters {

    private static final Logger LOG = LoggerFactory.getLogger(CivilRegisters.class);

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(3)
            .ignoreExceptions(HttpClientErrorException.NotFound.class)
            .build();

    private final RestClient client;
    private final CircuitBreaker breaker = CircuitBreaker.of("civil-registers", BREAKER);

    CivilRegisters(CivilProperties properties) {
        var http = HttpClient.newBuilder()
                // The upgrade to HTTP/2 in clear costs a round trip and confuses some servers.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.readTimeout());
        this.client = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(properties.url())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.key())
                .build();
    }

    /** Whom a SNILS or a passport belongs to. */
    record Holder(
            String lastName, String firstName, @Nullable String middleName, LocalDate birthDate) {

        /** Never the names. */
        @Override
        public String toString() {
            return "Holder";
        }
    }

    /** An insured person. */
    record Insured(Holder holder, boolean deceased) {}

    /** A passport. */
    record Passport(Holder holder, LocalDate issueDate, Status status) {

        enum Status {
            VALID,
            VOID
        }
    }

    /** @throws Problem {@code dependency_unavailable} */
    Optional<Insured> insured(String snils) {
        return ask(Insured.class, "/registers/v1/insured/{snils}", snils);
    }

    /** @throws Problem {@code dependency_unavailable} */
    Optional<Passport> passport(String series, String number) {
        return ask(Passport.class, "/registers/v1/passports/{series}/{number}", series, number);
    }

    private <T> Optional<T> ask(Class<T> type, String path, Object... values) {
        try {
            return Optional.ofNullable(breaker.executeSupplier(
                    () -> client.get().uri(path, values).retrieve().body(type)));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        } catch (RestClientException | CallNotPermittedException failed) {
            LOG.warn(
                    "A civil register gave no usable answer: {}",
                    failed.getClass().getSimpleName());
            throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
        }
    }
}
