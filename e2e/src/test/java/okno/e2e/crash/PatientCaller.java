package okno.e2e.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as we ask clients to be: every unsafe call has an {@code Idempotency-Key} and is repeated, with the same key,
 * until it is acknowledged. Whatever says "later" is repeated; every other refusal is the caller's to judge.
 */
public final class PatientCaller {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(3);
    private static final Set<Integer> LATER = Set.of(401, 408, 429, 500, 502, 503, 504);

    private final URI base;
    private final Supplier<String> login;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private @Nullable String token;
    private Instant tokenFrom = Instant.EPOCH;

    /**
     * Makes a caller.
     *
     * @param login gets a fresh access token; may fail while something it needs is down
     */
    public PatientCaller(URI base, Supplier<String> login) {
        this.base = base;
        this.login = login;
    }

    /** An answer that is not "later". */
    public record Answer(int status, @Nullable String etag, String body) {

        public boolean ok() {
            return status / 100 == 2;
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String code() {
            return body.startsWith("{") ? json().path("code").asString("") : "";
        }
    }

    public Answer get(String path) throws InterruptedException {
        return send("GET", path, Map.of(), null);
    }

    public Answer post(String path, @Nullable Object body) throws InterruptedException {
        return send("POST", path, Map.of(), body);
    }

    /** Any call; the body is sent as JSON, or as it is when it is bytes with a content type of its own. */
    public Answer send(String method, String path, Map<String, String> headers, @Nullable Object body)
            throws InterruptedException {
        String key = UUID.randomUUID().toString();
        Instant giveUp = Instant.now().plus(PATIENCE);
        String last = "";
        while (Instant.now().isBefore(giveUp)) {
            try {
                var answer = http.send(request(method, path, headers, body, key), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 401) {
                    forgetToken();
                }
                if (!LATER.contains(answer.statusCode()) && !inFlight(answer)) {
                    return new Answer(
                            answer.statusCode(),
                            answer.headers().firstValue("ETag").orElse(null),
                            answer.body());
                }
                last = answer.statusCode() + " " + answer.body();
            } catch (IOException | RuntimeException e) {
                last = e.toString();
            }
            Thread.sleep(Duration.ofMillis(250));
        }
        throw new AssertionError("%s %s was never acknowledged; the last answer: %s".formatted(method, path, last));
    }

    private static boolean inFlight(HttpResponse<String> answer) {
        return answer.statusCode() == 409 && answer.body().contains("idempotency_key_in_flight");
    }

    private HttpRequest request(
            String method, String path, Map<String, String> headers, @Nullable Object body, String key) {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token());
        if (!method.equals("GET")) {
            request.header("Idempotency-Key", key);
        }
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return request.method(method, publisher(body)).build();
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> HttpRequest.BodyPublishers.noBody();
            case byte[] bytes -> HttpRequest.BodyPublishers.ofByteArray(bytes);
            default -> HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        };
    }

    private synchronized String token() {
        String known = token;
        if (known == null || tokenFrom.plus(TOKEN_LIFE).isBefore(Instant.now())) {
            known = login.get();
            token = known;
            tokenFrom = Instant.now();
        }
        return known;
    }

    private synchronized void forgetToken() {
        token = null;
    }
}
