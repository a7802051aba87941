package okno.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The portal's public address, and who calls it. */
public final class Portal {

    private final URI gateway;
    private final Consumer<Exchange> watcher;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** @param watcher sees every exchange, after the answer came */
    public Portal(URI gateway, Consumer<Exchange> watcher) {
        this.gateway = gateway;
        this.watcher = watcher;
    }

    /** @param login gives a fresh bearer token */
    public Visitor visitor(String name, Supplier<String> login) {
        return new Visitor(this, name, login, null);
    }

    /** Somebody who has not logged in. */
    public Visitor anybody() {
        return visitor("anybody", () -> "");
    }

    public URI gateway() {
        return gateway;
    }

    Answer send(
            String who,
            String method,
            String path,
            Map<String, String> headers,
            BodyPublisher body,
            @Nullable String shown) {
        URI uri = gateway.resolve(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            var answer = new Answer(
                    method + " " + uri.getPath(), response.statusCode(), response.headers(), response.body());
            watcher.accept(new Exchange(who, method, uri, shown, answer));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
