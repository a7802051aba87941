package okno.local.sandbox;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells merchants what happened, signed by Standard Webhooks, again and again until one answers 2xx. */
final class Callbacks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final int MOST_TRIES = 200;

    private final Webhook signer;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

    Callbacks(String secret) throws EmptyWebhookSecretException {
        signer = new Webhook(secret);
    }

    /** A call, signed anew on every try. */
    @FunctionalInterface
    private interface Signed {
        HttpRequest.Builder to(URI address) throws WebhookSigningException;
    }

    void send(URI to, String eventId, String body) {
        timer.execute(() -> attempt(to, eventId, address -> webhook(address, eventId, body), 1, FIRST_WAIT));
    }

    /** A JWT is signed already. */
    void sendJwt(URI to, String jwt) {
        Signed call = address -> HttpRequest.newBuilder(address)
                .header("Content-Type", "application/jwt")
                .POST(BodyPublishers.ofString(jwt));
        timer.execute(() -> attempt(to, "of a verifier", call, 1, FIRST_WAIT));
    }

    private void attempt(URI to, String eventId, Signed call, int number, Duration wait) {
        if (delivered(to, eventId, call) || number >= MOST_TRIES || timer.isShutdown()) {
            return;
        }
        Duration next = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        var unused = timer.schedule(
                () -> attempt(to, eventId, call, number + 1, next), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private HttpRequest.Builder webhook(URI to, String eventId, String body) throws WebhookSigningException {
        long now = Instant.now().getEpochSecond();
        return HttpRequest.newBuilder(to)
                .header("Content-Type", "application/json")
                .header(Webhook.UNBRANDED_MSG_ID_KEY, eventId)
                .header(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(now))
                .header(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signer.sign(eventId, now, body))
                .POST(BodyPublishers.ofString(body));
    }

    private boolean delivered(URI to, String eventId, Signed call) {
        try {
            HttpRequest request = call.to(to).timeout(Duration.ofSeconds(10)).build();
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                LOG.warn("Callback {} was answered {}", eventId, status);
            }
            return status / 100 == 2;
        } catch (IOException | WebhookSigningException e) {
            LOG.warn("Callback {} was not delivered: {}", eventId, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
