package okno.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that notification-service calls: identity-service for addresses, a token endpoint, two SMS gateways of which the
 * first can be made slow, and a mail relay. It notes when each message was first handed over, and each that came twice.
 */
final class ProviderSink implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer http;
    private final ServerSocket smtp;

    /** Arrival by person, in nanoseconds of {@link System#nanoTime()}. */
    final Map<String, Long> sms = new ConcurrentHashMap<>();

    final Map<String, Long> letters = new ConcurrentHashMap<>();
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    final AtomicLong repeated = new AtomicLong();
    final AtomicLong atTwoGateways = new AtomicLong();
    final AtomicLong bySlowGateway = new AtomicLong();
    volatile long slowMillis;

    ProviderSink() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/internal/persons/", this::contacts);
        http.createContext("/token", exchange -> answer(exchange, 200, """
                {"access_token":"bench","token_type":"Bearer","expires_in":7200}"""));
        http.createContext("/first", exchange -> gateway(exchange, "first", slowMillis));
        http.createContext("/second", exchange -> gateway(exchange, "second", 0));
        http.start();
        smtp = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::mail);
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    int smtpPort() {
        return smtp.getLocalPort();
    }

    private void contacts(HttpExchange exchange) throws IOException {
        String person = exchange.getRequestURI().getPath().split("/")[3];
        answer(exchange, 200, """
                {"id":"%s","language":"ru","email":"%s@okno.example","phone":"%s"}""".formatted(person, person, person));
    }

    private void gateway(HttpExchange exchange, String name, long delay) throws IOException {
        long now = System.nanoTime();
        JsonNode message = json.readTree(exchange.getRequestBody().readAllBytes());
        String before = seen.putIfAbsent(message.path("clientMessageId").asString(), name);
        if (before != null) {
            (before.equals(name) ? repeated : atTwoGateways).incrementAndGet();
        }
        sms.putIfAbsent(message.path("to").asString(), now);
        if (delay > 0) {
            bySlowGateway.incrementAndGet();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(delay));
        }
        answer(exchange, 202, "{\"messageId\":\"m\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void mail() {
        while (!smtp.isClosed()) {
            try {
                Socket client = smtp.accept();
                client.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 sink");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('@'));
                    say(out, "250 ok");
                } else if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                        // Nobody reads it.
                    }
                    if (letters.putIfAbsent(recipient, System.nanoTime()) != null) {
                        repeated.incrementAndGet();
                    }
                    say(out, "250 queued");
                } else {
                    say(out, "250 ok");
                }
            }
        } catch (IOException gone) {
            // The client hung up.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void close() {
        http.stop(0);
        try {
            smtp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
