package okno.local.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on an application as an agency's system does: over the public API with the agency's own token. */
final class AgencyClerk {

    private static final Logger LOG = LoggerFactory.getLogger(AgencyClerk.class);
    private static final int TRIES = 5;

    private final URI publicUrl;
    private final Supplier<String> token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    AgencyClerk(URI publicUrl, Supplier<String> token) {
        this.publicUrl = publicUrl;
        this.token = token;
    }

    /** Reads, receives, reviews and approves the application, with a result. */
    void work(String applicationId) {
        try {
            String application = "/api/v1/agency/applications/" + UUID.fromString(applicationId);
            send("GET", application, null);
            send("POST", application + "/status", Map.of("status", "RECEIVED"));
            send("POST", application + "/status", Map.of("status", "IN_REVIEW"));
            send("POST", application + "/decision", Map.of("decision", "APPROVED"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.error("Application {} was not worked on: {}", applicationId, e.getMessage());
        }
    }

    private void send(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            HttpRequest request = HttpRequest.newBuilder(publicUrl.resolve(path))
                    .timeout(Duration.ofSeconds(10))
                    .header("Authorization", "Bearer " + token.get())
                    .header("Content-Type", "application/json")
                    // The same key on every try: an answer that was lost changes nothing twice.
                    .header("Idempotency-Key", key)
                    .method(method, body == null ? BodyPublishers.noBody() : json(body))
                    .build();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 == 2) {
                return;
            }
            if (answer.statusCode() < 500 || attempt == TRIES) {
                throw new IOException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
            }
            Thread.sleep(Duration.ofMillis(300L * attempt));
        }
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(Call.JSON.writeValueAsBytes(body));
    }
}
