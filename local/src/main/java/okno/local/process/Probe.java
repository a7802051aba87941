package okno.local.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Answers whether a program serves now; called again and again until it does, so it must return quickly. */
@FunctionalInterface
public interface Probe {

    boolean ready() throws IOException, InterruptedException;

    /** Ready when a GET of the address answers 200. */
    static Probe http(URI uri) {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
        return () -> Http.CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }

    /** Ready when the port of this machine accepts a connection. */
    static Probe tcp(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return true;
            }
        };
    }

    /** One client for all probes: its threads are daemons and cost nothing while idle. */
    final class Http {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();

        private Http() {}
    }
}
