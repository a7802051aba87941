import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receives Okno's webhooks, and fetches what was missed from the feed.
 *
 * <pre>
 * OKNO_SECRET=whsec_... PORT=9000 java -cp standardwebhooks.jar:jackson-databind.jar:... Receiver.java
 * OKNO_API=https://... OKNO_TOKEN=... java -cp ... Receiver.java recover 0
 * </pre>
 */
class Receiver {

    static final JsonMapper JSON = JsonMapper.builder().build();

    // In a real system both are tables, written in the transaction that does the work: a unique key on the id, and the
    // highest sequence of each thing.
    static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    static final Map<String, Long> SEQUENCES = new ConcurrentHashMap<>();

    static Webhook webhook;

    public static void main(String[] args) throws Exception {
        if (args.length > 0 && args[0].equals("recover")) {
            recover(args[1]);
            return;
        }
        webhook = new Webhook(System.getenv("OKNO_SECRET"));
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "9000"));
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", Receiver::receive);
        server.start();
        System.out.println("listening " + server.getAddress().getPort());
    }

    static void receive(HttpExchange exchange) throws IOException {
        // The bytes as they came: a body that was parsed and written again has another signature.
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        try {
            // Compares in constant time, takes any of several signatures, refuses what is older than five minutes.
            webhook.verify(body, exchange.getRequestHeaders());
        } catch (WebhookVerificationException e) {
            answer(exchange, 401, "");
            return;
        }
        JsonNode message = JSON.readTree(body);
        if (message.path("type").asString().equals("okno.endpoint.challenge")) {
            answer(exchange, 200, message.path("data").toString());
            return;
        }
        take(id, message);
        // At once: whatever takes long is done afterwards, from your own queue.
        answer(exchange, 204, "");
    }

    /** Does the work once, however often and in whatever order the message comes. */
    static void take(String id, JsonNode message) {
        if (!SEEN.add(id)) {
            return;
        }
        JsonNode data = message.path("data");
        long sequence = data.path("sequence").asLong();
        // The sequence counts the changes of one thing: an application, a charge, a record.
        String kind = message.path("type").asString().split("\\.")[1];
        String thing = kind + " " + data.path(kind + "Id").asString(data.path("applicationId").asString(""));
        boolean late = SEQUENCES.merge(thing, sequence, Math::max) > sequence;
        System.out.println((late ? "late " : "took ") + id + " " + message.path("type").asString());
    }

    /** Reads the feed from a position on; the last line says where to go on the next time. */
    static void recover(String after) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (true) {
                URI page = URI.create(System.getenv("OKNO_API") + "/api/v1/events?limit=100&after=" + after);
                var request = HttpRequest.newBuilder(page)
                        .header("Authorization", "Bearer " + System.getenv("OKNO_TOKEN"))
                        .build();
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 200) {
                    throw new IOException("feed answered " + answer.statusCode());
                }
                JsonNode feed = JSON.readTree(answer.body());
                feed.path("items").values().forEach(item -> take(item.path("id").asString(), item));
                after = feed.path("next").asString();
                if (feed.path("items").isEmpty()) {
                    System.out.println("next " + after);
                    return;
                }
            }
        }
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().put("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
