package okno.webhook.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okno.webhook.egress.SendResult.Failure;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** POSTs signed messages to endpoints: checked addresses, no redirects, one deadline, a bounded answer. */
@Component
public class HttpSender implements AutoCloseable {

    private final CloseableHttpClient client;
    private final EndpointUrls urls;
    private final EgressProperties properties;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("egress-deadlines").factory());

    HttpSender(EgressClient client, EndpointUrls urls, EgressProperties properties, Clock clock) {
        this.client = client.http();
        this.urls = urls;
        this.properties = properties;
        this.clock = clock;
        // Or thousands of deadlines that were met would wait here for their time.
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /**
     * Sends one message and waits for what comes of it; never throws for what the other side does.
     *
     * @param endpointId whose message it is: connections are kept per endpoint and never shared between two
     * @param message what to send and its signature
     */
    public SendResult send(UUID endpointId, URI url, SignedMessage message) {
        long start = System.nanoTime();
        if (!urls.allows(url)) {
            return new SendResult.Failed(Failure.ADDRESS_FORBIDDEN, since(start));
        }
        SendResult result = attempt(request(url, message), endpointId, start);
        if (result instanceof SendResult.Failed failed && failed.failure() == Failure.BROKEN && justStale(start)) {
            // A kept connection that the other side had closed meanwhile: no fault of theirs, and the id is the same.
            return attempt(once(request(url, message)), new Object(), start);
        }
        return result;
    }

    /** Where one kept connection was closed, others may be: with a token of its own it gets a new one, used this once. */
    private static HttpPost once(HttpPost post) {
        post.setHeader("Connection", "close");
        return post;
    }

    private static boolean justStale(long start) {
        return System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(100);
    }

    private SendResult attempt(HttpPost post, Object connectionToken, long start) {
        HttpClientContext context = HttpClientContext.create();
        context.setUserToken(connectionToken);
        Duration left = properties.deadline().minus(since(start));
        ScheduledFuture<?> deadline = deadlines.schedule(post::cancel, left.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(post, context, response -> answered(response, post, start));
        } catch (IOException e) {
            return new SendResult.Failed(failure(e, post.isCancelled()), since(start));
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpPost request(URI url, SignedMessage message) {
        var post = new HttpPost(url);
        post.setHeader("webhook-id", message.id());
        post.setHeader("webhook-timestamp", Long.toString(message.timestamp().getEpochSecond()));
        post.setHeader("webhook-signature", message.signature());
        post.setHeader("User-Agent", "Okno-Webhooks/1");
        post.setEntity(new ByteArrayEntity(message.body(), ContentType.APPLICATION_JSON));
        return post;
    }

    private SendResult answered(ClassicHttpResponse response, HttpPost post, long start) throws IOException {
        byte[] body = read(response.getEntity(), post);
        return new SendResult.Answered(response.getCode(), retryAfter(response), body, since(start));
    }

    private byte[] read(@Nullable HttpEntity entity, HttpPost post) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(properties.responseCapBytes());
            if (body.length == properties.responseCapBytes() && content.read() != -1) {
                // Closing would read the rest, however long, to keep the connection.
                post.cancel();
            }
            return body;
        }
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null) {
            return null;
        }
        String value = header.getValue().trim();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), at);
            return wait.isNegative() ? null : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Failure failure(IOException e, boolean cancelled) {
        if (cancelled) {
            return Failure.TIMED_OUT;
        }
        return switch (e) {
            case CheckedDnsResolver.ForbiddenAddress forbidden -> Failure.ADDRESS_FORBIDDEN;
            case UnknownHostException unknown -> Failure.NAME_UNRESOLVED;
            case ConnectTimeoutException slow -> Failure.CONNECT_FAILED;
            case ConnectException refused -> Failure.CONNECT_FAILED;
            case NoRouteToHostException unreachable -> Failure.CONNECT_FAILED;
            case SSLException tls -> Failure.TLS_FAILED;
            case SocketTimeoutException silent -> Failure.TIMED_OUT;
            default -> Failure.BROKEN;
        };
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
