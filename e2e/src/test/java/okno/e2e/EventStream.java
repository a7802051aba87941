package okno.e2e;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** An open stream of server-sent events, as a browser keeps one. */
final class EventStream implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> response;

    EventStream(URI address, String token) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        response = http.sendAsync(request, BodyHandlers.ofLines());
        Thread.startVirtualThread(() -> {
            try {
                response.join().body().forEach(lines::add);
            } catch (RuntimeException closed) {
                return;
            }
        });
    }

    int status() {
        return response.join().statusCode();
    }

    /** All {@code data:} lines so far. */
    String data() {
        return String.join(
                "\n", lines.stream().filter(line -> line.startsWith("data:")).toList());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
