package okno.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.test.OknoServiceTest;
import okno.platform.test.TestEvents;
import okno.platform.test.TestToken;
import okno.platform.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running service with short schedules, and the words its tests are written in. */
@OknoServiceTest
public abstract class WebhookServiceTestCase {

    protected static final String APPLICATIONS = "okno.application.application.v1";
    protected static final String SUBMITTED = "okno.application.submitted.v1";
    protected static final String STATUS_CHANGED = "okno.application.status_changed.v1";
    protected static final String CHARGES = "okno.payment.charge.v1";
    protected static final String CHARGE_CREATED = "okno.charge.created.v1";
    protected static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Path KEYSET = keyset();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("okno.webhook.signing.data-keyset-file", KEYSET::toString);
        registry.add("okno.webhook.egress.allow-insecure", () -> "true");
        registry.add("okno.webhook.egress.deadline", () -> "1s");
        registry.add("okno.webhook.delivery.retry.schedule", () -> "0s,200ms,300ms,400ms,500ms,1h");
        registry.add("okno.webhook.delivery.retry.probe-delays", () -> "200ms,400ms,1s");
        registry.add("okno.webhook.endpoint.challenge-schedule", () -> "0s,200ms,200ms");
        registry.add("okno.webhook.endpoint.challenge-poll", () -> "100ms");
        registry.add("okno.webhook.console.login", LoginServer.SHARED::issuer);
        registry.add("okno.webhook.endpoint.per-owner", () -> "3");
        registry.add("okno.webhook.endpoint.own-messages-per-day", () -> "7");
        registry.add("okno.webhook.endpoint.watchers", () -> "2");
        registry.add("okno.webhook.endpoint.failing-after", () -> "300ms");
        registry.add("okno.webhook.endpoint.health-poll", () -> "100ms");
    }

    /** An endpoint just registered. */
    protected record Registered(UUID id, String secret) {}

    /** A new agency with its machine: no test sees another's events. */
    protected static TestToken newAgency(String agency) {
        return TestTokens.client("agency-" + agency).agency(agency);
    }

    protected static String newAgencyCode() {
        return "t" + UUID.randomUUID().toString().substring(24);
    }

    protected Registered activeEndpoint(TestToken owner, Receiver receiver, String... types) {
        Registered endpoint = register(owner, receiver.url(), types);
        await().untilAsserted(() -> assertThat(state(owner, endpoint.id())).isEqualTo("ACTIVE"));
        return endpoint;
    }

    protected Registered register(TestToken owner, String url, String... types) {
        var answer = call(owner, "POST", "/webhooks/endpoints", Map.of("url", url, "eventTypes", List.of(types)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode body = JSON.readTree(answer.body());
        return new Registered(
                UUID.fromString(body.path("id").asString()), body.path("secret").asString());
    }

    protected String state(TestToken owner, UUID endpoint) {
        return json(call(owner, "GET", "/webhooks/endpoints/" + endpoint, null))
                .path("status")
                .asString();
    }

    protected HttpResponse<String> call(TestToken caller, String method, String path, @Nullable Object body) {
        return call(Map.of("Authorization", caller.bearer()), method, path, body);
    }

    protected HttpResponse<String> call(
            Map<String, String> headers, String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** Publishes as application-service does; the id of the event. */
    protected static UUID publishStatus(String type, UUID application, String agency, long sequence) {
        return TestEvents.publish(APPLICATIONS, type, application, sequence, statusData(application, agency));
    }

    protected static Map<String, Object> statusData(UUID application, String agency) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("applicationId", application);
        data.put("number", "T-2026-0000001-0");
        data.put("serviceCode", "residence-certificate");
        data.put("agency", agency);
        data.put("personId", "0198c0de-0000-7000-8000-000000000001");
        data.put("orgId", null);
        data.put("previousStatus", "DRAFT");
        data.put("status", "SUBMITTED");
        data.put("occurredAt", Instant.now().toString());
        return data;
    }

    private static Path keyset() {
        try {
            AeadConfig.register();
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
            Path file = Files.createTempFile("okno-keyset", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, json);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
