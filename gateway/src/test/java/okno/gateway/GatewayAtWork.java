package okno.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import okno.platform.test.OknoServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway on a real port before stubs of all services but one, which is down. */
@OknoServiceTest
abstract class GatewayAtWork {

    static final WireMockServer SERVICES = new WireMockServer(options().dynamicPort());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static {
        SERVICES.start();
    }

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        for (String service : new String[] {"identity", "application", "registry", "payment", "org", "webhook"}) {
            properties.add("okno.services." + service, SERVICES::baseUrl);
        }
        properties.add("okno.services.notification", () -> "http://localhost:1");
        properties.add("okno.gateway.public-url", () -> "https://okno.example");
        properties.add("okno.gateway.certificate-proxies", () -> "127.0.0.1");
        properties.add("okno.gateway.limits.person", () -> 5);
        properties.add("okno.gateway.limits.anonymous", () -> 1_000);
    }

    @BeforeEach
    void every_service_answers() {
        SERVICES.resetAll();
        SERVICES.stubFor(any(anyUrl())
                .willReturn(okJson("{\"from\":\"service\"}")
                        .withHeader("Cache-Control", "max-age=60")
                        .withHeader("traceparent", "00-11111111111111111111111111111111-1111111111111111-00")
                        .withHeader("X-Content-Type-Options", "nosniff")));
    }

    /** What was passed on to services; not what the gateway asks them for itself. */
    static List<ServeEvent> passedOn() {
        return SERVICES.getAllServeEvents().stream()
                .filter(call -> !call.getRequest().getUrl().startsWith("/internal/"))
                .toList();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
