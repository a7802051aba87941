package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for notification-service: takes one-time codes and shows them to who signs; and a token endpoint. */
final class CodeSink implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer http;
    private final Map<String, BlockingQueue<String>> codes = new ConcurrentHashMap<>();

    CodeSink() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/token", exchange -> answer(exchange, 200, """
                {"access_token":"bench","token_type":"Bearer","expires_in":7200}"""));
        http.createContext("/internal/one-time-codes", exchange -> {
            JsonNode message = json.readTree(exchange.getRequestBody().readAllBytes());
            codesOf(message.path("personId").asString())
                    .add(message.path("code").asString());
            answer(exchange, 202, "");
        });
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** The next code of a person; codes come in the order in which they were asked for. */
    String next(String person) throws InterruptedException {
        String code = codesOf(person).poll(10, TimeUnit.SECONDS);
        if (code == null) {
            throw new IllegalStateException("no code came");
        }
        return code;
    }

    private BlockingQueue<String> codesOf(String person) {
        return codes.computeIfAbsent(person, any -> new LinkedBlockingQueue<>());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
