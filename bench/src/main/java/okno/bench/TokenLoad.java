package okno.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * So many clients, each with its next request as soon as the last is answered, over connections that stay open. Written
 * on bare sockets, because a client with comforts would take more processor time than the proxies that are examined.
 */
final class TokenLoad {

    private static final int CLIENTS = 16;
    private static final String REQUEST = "GET /api/v1/services HTTP/1.1\r\nHost: localhost:%d\r\n"
            + "Accept: application/json\r\nUser-Agent: okno-bench\r\nAuthorization: Bearer ";

    private final int port;
    private final String head;

    TokenLoad(int port) {
        this.port = port;
        this.head = REQUEST.formatted(port);
    }

    /** Asks so many times, with the token of each number; every answer must be 200. */
    void run(int requests, IntFunction<String> tokens) {
        var number = new AtomicInteger();
        var good = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.submit(() -> {
                    try (var connection = new Connection()) {
                        for (int i = number.getAndIncrement(); i < requests; i = number.getAndIncrement()) {
                            if (connection.call(tokens.apply(i)) == 200) {
                                good.incrementAndGet();
                            }
                        }
                    }
                    return null;
                });
            }
        }
        if (good.get() < requests) {
            throw new IllegalStateException(good + " of " + requests + " requests were answered with 200");
        }
    }

    /** The status of one request. */
    int call(String token) {
        try (var connection = new Connection()) {
            return connection.call(token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Connection implements AutoCloseable {

        private Socket socket;
        private InputStream in;

        Connection() throws IOException {
            socket = open();
            in = new BufferedInputStream(socket.getInputStream(), 8 * 1024);
        }

        private Socket open() throws IOException {
            var opened = new Socket(InetAddress.getLoopbackAddress(), port);
            opened.setTcpNoDelay(true);
            opened.setSoTimeout(10_000);
            return opened;
        }

        int call(String token) throws IOException {
            socket.getOutputStream().write((head + token + "\r\n\r\n").getBytes(ISO_8859_1));
            int status = Integer.parseInt(line().substring(9, 12));
            long length = 0;
            boolean chunked = false;
            boolean closes = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String lower = line.toLowerCase(Locale.ROOT);
                chunked |= lower.equals("transfer-encoding: chunked");
                closes |= lower.equals("connection: close");
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                }
            }
            if (chunked) {
                skipChunks();
            } else {
                in.skipNBytes(length);
            }
            if (closes) {
                socket.close();
                socket = open();
                in = new BufferedInputStream(socket.getInputStream(), 8 * 1024);
            }
            return status;
        }

        private void skipChunks() throws IOException {
            int size;
            do {
                size = Integer.parseInt(line(), 16);
                in.skipNBytes(size + 2L);
            } while (size > 0);
        }

        private String line() throws IOException {
            var line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("closed in the middle of an answer");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
