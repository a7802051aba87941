package okno.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The receivers of many partners: a server that does as little as HTTP allows, so that what is measured is the sender.
 * Answers challenges, verifies every fiftieth signature with the library of Standard Webhooks, and hangs or fails where
 * the path says so.
 */
final class FastSink implements AutoCloseable {

    private static final int VERIFY_EACH = 50;
    private static final byte[] TAKEN = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] BROKEN =
            "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n".getBytes(ISO_8859_1);
    private static final byte[] FORGED = "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n".getBytes(ISO_8859_1);

    final AtomicLong received = new AtomicLong();
    final AtomicLong verified = new AtomicLong();
    final AtomicLong forged = new AtomicLong();
    /** What a path does with its messages: null or absent takes them. */
    final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();

    private final ServerSocket server;
    private final String scheme;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private volatile Consumer<SinkRequest> listener = request -> {};

    /** How a receiver behaves. */
    enum Behaviour {
        TAKES,
        HANGS,
        FAILS
    }

    FastSink(ServerSocket server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        Thread.ofVirtual().name("sink").start(this::accept);
    }

    static FastSink plain() throws IOException {
        return new FastSink(new ServerSocket(0, 1024), "http");
    }

    String url(String name) {
        return scheme + "://localhost:" + server.getLocalPort() + "/" + name;
    }

    void secret(String name, String secret) {
        secrets.put("/" + name, secret);
    }

    /** Is told of each message as it comes. */
    void onMessage(Consumer<SinkRequest> wish) {
        listener = wish;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 4096)) {
            OutputStream out = socket.getOutputStream();
            var request = new SinkRequest();
            while (request.read(in)) {
                byte[] answer = answer(request);
                if (answer.length > 0) {
                    out.write(answer);
                }
            }
        } catch (SocketException reset) {
            // The sender closed a connection that it had kept.
        } catch (IOException e) {
            System.err.println("sink: " + e);
        }
    }

    private byte[] answer(SinkRequest request) {
        if (request.isChallenge()) {
            byte[] body = request.challengeAnswer();
            String head =
                    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length + "\r\n\r\n";
            return (head + new String(body, UTF_8)).getBytes(UTF_8);
        }
        listener.accept(request);
        Behaviour behaviour = behaviours.getOrDefault(request.path(), Behaviour.TAKES);
        if (behaviour == Behaviour.HANGS) {
            return new byte[0];
        }
        if (behaviour == Behaviour.FAILS) {
            return BROKEN;
        }
        // A path without a secret is a baseline's, which does not sign.
        boolean verify = received.incrementAndGet() % VERIFY_EACH == 0 && secrets.containsKey(request.path());
        if (verify && !verify(request)) {
            forged.incrementAndGet();
            return FORGED;
        }
        return TAKEN;
    }

    private boolean verify(SinkRequest request) {
        var headers = Map.of(
                "webhook-id", List.of(request.header("webhook-id")),
                "webhook-timestamp", List.of(request.header("webhook-timestamp")),
                "webhook-signature", List.of(request.header("webhook-signature")));
        try {
            new Webhook(secrets.getOrDefault(request.path(), ""))
                    .verify(request.body(), HttpHeaders.of(headers, (name, value) -> true));
            verified.incrementAndGet();
            return true;
        } catch (WebhookVerificationException | EmptyWebhookSecretException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
