package okno.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agency's server: answers challenges, keeps what it gets, and answers events as the test wishes. */
public final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private volatile Function<Message, Answer> behaviour = message -> Answer.status(204);
    private volatile boolean answersChallenges = true;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** One request. */
    public record Message(
            String id, String timestamp, List<String> signatures, String body, JsonNode json, Instant at) {

        public String type() {
            return json.path("type").asString();
        }

        public Map<String, List<String>> headers() {
            return Map.of(
                    "webhook-id", List.of(id),
                    "webhook-timestamp", List.of(timestamp),
                    "webhook-signature", signatures);
        }
    }

    /** What to answer. */
    public record Answer(int status, Map<String, String> headers, String body) {

        public static Answer status(int status) {
            return new Answer(status, Map.of(), "");
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook";
    }

    public void behave(Function<Message, Answer> wish) {
        behaviour = wish;
    }

    public void answerChallenges(boolean wish) {
        answersChallenges = wish;
    }

    /** All requests but challenges, in the order of their arrival. */
    public List<Message> events() {
        return received.stream()
                .filter(message -> !message.type().equals("okno.endpoint.challenge"))
                .toList();
    }

    public List<Message> challenges() {
        return received.stream()
                .filter(message -> message.type().equals("okno.endpoint.challenge"))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var headers = exchange.getRequestHeaders();
        var message = new Message(
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.get("webhook-signature"),
                body,
                JSON.readTree(body),
                Instant.now());
        received.add(message);
        answer(exchange, answerTo(message));
    }

    private Answer answerTo(Message message) {
        if (message.type().equals("okno.endpoint.challenge")) {
            return answersChallenges
                    ? new Answer(200, Map.of(), message.json().path("data").toString())
                    : new Answer(200, Map.of(), "{\"challenge\":\"no\"}");
        }
        return behaviour.apply(message);
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
