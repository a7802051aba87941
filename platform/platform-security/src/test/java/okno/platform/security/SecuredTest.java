package okno.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import okno.platform.test.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the tests of the secured application share: the application on a real port, and calls to it. */
@SpringBootTest(
        classes = SecuredApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=test-service",
            "spring.config.import=classpath:okno-platform.yml",
            "management.server.port=0",
            "management.endpoint.health.group.readiness.include=readinessState",
            "okno.security.revocations=false",
            "okno.security.clock-skew=0s"
        })
abstract class SecuredTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    EndedSessions ended;

    @Autowired
    MutableClock clock;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("okno.security.issuer", TestTokens::issuer);
        registry.add("okno.security.jwks-uri", TestTokens::jwksUri);
        registry.add("okno.security.acting-issuer", TestTokens::actingIssuer);
        registry.add("okno.security.acting-jwks-uri", TestTokens::actingJwksUri);
        registry.add("okno.security.client-key-file", TestTokens::clientKeyFile);
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** GET with headers given as name, value, name, value. */
    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> withToken(String token) {
        return get("/me", "Authorization", "Bearer " + token);
    }

    static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    }
}
