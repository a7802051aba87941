package okno.platform.security;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import okno.platform.core.Problem;
import okno.platform.core.Trace;
import okno.platform.test.TestIssuer;
import okno.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

class ServiceClientsTest {

    @RegisterExtension
    static final WireMockExtension REGISTRY =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final TestIssuer issuer = TestIssuer.start();
    private final MutableClock clock = new MutableClock();

    @AfterEach
    void close() {
        issuer.close();
        Trace.leave();
    }

    @Test
    void call_carries_our_token_and_the_trace() {
        REGISTRY.stubFor(get("/thing").willReturn(okJson("{\"a\":1}")));
        Trace trace = Trace.continueOrBegin(null);
        trace.enter();

        Map<?, ?> answer = registry().get().uri("/thing").retrieve().body(Map.class);

        assertThat(answer.get("a")).isEqualTo(1);
        REGISTRY.verify(getRequestedFor(anyUrl())
                .withHeader("Authorization", matching("Bearer ey.*"))
                .withHeader("traceparent", equalTo(trace.traceparent())));
    }

    @Test
    void token_is_asked_for_once_and_again_shortly_before_it_expires() {
        REGISTRY.stubFor(get("/thing").willReturn(okJson("{}")));
        RestClient registry = registry();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(i -> threads.submit(() -> call(registry)));
        }
        REGISTRY.verify(exactly(20), getRequestedFor(anyUrl()));
        assertThat(issuer.tokenRequests()).isEqualTo(1);

        clock.putForward(Duration.ofSeconds(275));
        call(registry);
        assertThat(issuer.tokenRequests()).isEqualTo(2);
    }

    @Test
    void reads_are_repeated_and_writes_are_not() {
        REGISTRY.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

        assertUnavailable(() -> call(registry()));
        REGISTRY.verify(exactly(3), getRequestedFor(anyUrl()));

        assertUnavailable(() -> registry().post().uri("/thing").retrieve().toBodilessEntity());
        REGISTRY.verify(exactly(1), postRequestedFor(anyUrl()));
    }

    @Test
    void target_that_keeps_failing_is_left_alone() {
        REGISTRY.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        RestClient registry = registry();

        for (int i = 0; i < 20; i++) {
            assertUnavailable(() -> registry.post().uri("/thing").retrieve().toBodilessEntity());
        }

        REGISTRY.verify(exactly(10), postRequestedFor(anyUrl()));
    }

    @Test
    void refusals_are_left_to_the_caller_unless_they_are_about_our_token() {
        REGISTRY.stubFor(get("/missing").willReturn(aResponse().withStatus(404)));
        REGISTRY.stubFor(get("/thing").willReturn(aResponse().withStatus(401)));
        RestClient registry = registry();

        assertThatThrownBy(() -> registry.get().uri("/missing").retrieve().toBodilessEntity())
                .isInstanceOf(HttpClientErrorException.NotFound.class);
        assertUnavailable(() -> call(registry));
        assertUnavailable(() -> call(registry));
        assertThat(issuer.tokenRequests()).isEqualTo(2);
    }

    @Test
    void nothing_has_to_be_up_when_the_client_is_made() {
        issuer.down(true);
        REGISTRY.stubFor(get("/thing").willReturn(okJson("{}")));
        RestClient registry = registry();

        assertUnavailable(() -> call(registry));
        issuer.down(false);
        call(registry);
    }

    @Test
    void service_without_a_key_cannot_call() {
        RestClient registry = registry(null);
        assertUnavailable(() -> call(registry));
    }

    private static void call(RestClient registry) {
        registry.get().uri("/thing").retrieve().toBodilessEntity();
    }

    private static void assertUnavailable(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo("dependency_unavailable"));
    }

    @Test
    void an_answer_may_take_as_long_as_its_client_says() {
        REGISTRY.stubFor(get("/long").willReturn(okJson("{}").withFixedDelay(400)));
        ServiceClients clients = clients(TestTokens.clientKeyFile());
        RestClient impatient = clients.to("registry", Duration.ofMillis(50));
        assertThatThrownBy(() -> impatient.get().uri("/long").retrieve().body(Map.class))
                .isInstanceOf(Problem.class);
        RestClient patient = clients.to("registry", Duration.ofSeconds(10));
        assertThat(patient.get().uri("/long").retrieve().body(Map.class)).isEmpty();
    }

    private RestClient registry() {
        return registry(TestTokens.clientKeyFile());
    }

    private RestClient registry(@Nullable Path key) {
        return clients(key).to("registry");
    }

    private ServiceClients clients(@Nullable Path key) {
        return new ServiceClientsConfiguration()
                .serviceClients(
                        new ServiceUrls(Map.of("registry", URI.create(REGISTRY.baseUrl()))),
                        SettingsFixture.of(issuer, key),
                        new MockEnvironment().withProperty("spring.application.name", "org-service"),
                        clock);
    }
}
