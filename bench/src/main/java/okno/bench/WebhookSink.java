package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's receiver: answers the challenge, notes when each message came, verifies the signature of some. */
final class WebhookSink implements AutoCloseable {

    private static final int VERIFY_EACH = 50;

    static {
        // Without it the JDK's server answers a kept-alive connection up to 40 ms late.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    /** Time of arrival by id of what the event is about. */
    final Map<String, Long> arrived = new ConcurrentHashMap<>();

    final AtomicLong verified = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    WebhookSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
    }

    String url(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    void secret(String name, String secret) {
        secrets.put("/" + name, secret);
    }

    private void receive(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            JsonNode message = json.readTree(body);
            JsonNode challenge = message.path("data").path("challenge");
            if (challenge.isMissingNode()) {
                arrived.putIfAbsent(message.path("data").path("applicationId").asString(), now);
                boolean good = received.incrementAndGet() % VERIFY_EACH != 0 || verify(exchange, body);
                exchange.sendResponseHeaders(good ? 204 : 400, -1);
            } else {
                byte[] answer = json.writeValueAsBytes(Map.of("challenge", challenge.asString()));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    private boolean verify(HttpExchange exchange, String body) {
        @Nullable String secret = secrets.get(exchange.getRequestURI().getPath());
        try {
            new Webhook(secret).verify(body, HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true));
            verified.incrementAndGet();
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
