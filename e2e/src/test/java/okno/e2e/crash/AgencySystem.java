package okno.e2e.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The agency's own server: verifies every webhook with the published library, counts, and learns what to work on. */
public final class AgencySystem implements AutoCloseable {

    private static final String SUBMITTED = "okno.application.submitted.v1";

    private final HttpServer server;
    private final Map<String, Heard> heard = new ConcurrentHashMap<>();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> submitted = new LinkedBlockingQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger forgeries = new AtomicInteger();
    private volatile @Nullable Webhook verifier;

    public AgencySystem() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** One event, by its {@code webhook-id}. */
    public record Heard(String type, String applicationId, String status, long sequence) {}

    /** A request for an event, at a moment of {@link System#nanoTime()}. */
    public record Arrival(String id, Heard event, long at) {}

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/okno";
    }

    public void trust(String secret) {
        try {
            verifier = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new AssertionError(e);
        }
    }

    /** Distinct events by id. */
    public Map<String, Heard> heard() {
        return Map.copyOf(heard);
    }

    /** Every request that verified, repetitions included, in the order in which they came. */
    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Requests in all, repetitions included. */
    public int requests() {
        return requests.get();
    }

    /** Requests whose signature did not verify. */
    public int forgeries() {
        return forgeries.get();
    }

    /** Applications to work on, each once. */
    public BlockingQueue<String> submitted() {
        return submitted;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (!verified(exchange, body)) {
            answer(exchange, 401, "");
            return;
        }
        JsonNode message = PatientCaller.JSON.readTree(body);
        String type = message.path("type").asString("");
        JsonNode data = message.path("data");
        if (type.equals("okno.endpoint.challenge")) {
            answer(exchange, 200, data.toString());
            return;
        }
        requests.incrementAndGet();
        var event = new Heard(
                type,
                data.path("applicationId").asString(""),
                data.path("status").asString(""),
                data.path("sequence").asLong());
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        arrivals.add(new Arrival(id, event, System.nanoTime()));
        Heard before = heard.putIfAbsent(id, event);
        if (before == null && type.equals(SUBMITTED)) {
            submitted.add(event.applicationId());
        } else if (before != null && !before.equals(event)) {
            throw new AssertionError("one webhook-id for two events");
        }
        answer(exchange, 204, "");
    }

    private boolean verified(HttpExchange exchange, String body) {
        Webhook current = verifier;
        if (current == null) {
            return false;
        }
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        try {
            current.verify(body, headers);
            return true;
        } catch (WebhookVerificationException e) {
            forgeries.incrementAndGet();
            return false;
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** What every application goes through here; each is one event. */
    public static Set<String> statuses() {
        return Set.of("SUBMITTED", "RECEIVED", "IN_REVIEW", "APPROVED", "COMPLETED");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
