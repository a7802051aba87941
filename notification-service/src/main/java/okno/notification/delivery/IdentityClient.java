package okno.notification.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okno.notification.channel.HttpConnections;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks identity-service where to write to a person. */
@Component
class IdentityClient implements DisposableBean {

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    /** The channels of one notification are sent within a moment and ask once; no later notification is sent by it. */
    private static final Duration SHARED = Duration.ofSeconds(10);

    private static final int SHARED_AT_MOST = 20_000;

    private final CloseableHttpClient http = HttpConnections.client(CONNECT, ANSWER);
    private final RestClient identity;

    /** Answers to come: a cache that asks under its own lock makes those wait who want something else. */
    private final Cache<UUID, CompletableFuture<Optional<Contacts>>> shared = Caffeine.newBuilder()
            .expireAfterWrite(SHARED)
            .maximumSize(SHARED_AT_MOST)
            .build();

    IdentityClient(ServiceClients clients) {
        this.identity = clients.to("identity")
                .mutate()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(http))
                .build();
    }

    /**
     * Empty when there is no such person. A repeated attempt asks anew.
     *
     * @throws Problem {@code dependency_unavailable} when identity-service does not answer
     */
    Optional<Contacts> contacts(PendingDelivery delivery) {
        if (delivery.attempt() > 1) {
            return ask(delivery.personId());
        }
        var mine = new CompletableFuture<Optional<Contacts>>();
        var others = shared.asMap().putIfAbsent(delivery.notificationId(), mine);
        return others == null ? answer(mine, delivery) : answerTo(others);
    }

    private Optional<Contacts> answer(CompletableFuture<Optional<Contacts>> all, PendingDelivery delivery) {
        try {
            Optional<Contacts> contacts = ask(delivery.personId());
            all.complete(contacts);
            return contacts;
        } catch (RuntimeException e) {
            shared.asMap().remove(delivery.notificationId(), all);
            all.completeExceptionally(e);
            throw e;
        }
    }

    private static Optional<Contacts> answerTo(CompletableFuture<Optional<Contacts>> question) {
        try {
            return question.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Problem problem ? problem : e;
        }
    }

    private Optional<Contacts> ask(String personId) {
        try {
            return Optional.ofNullable(identity.get()
                    .uri("/internal/persons/{id}/contacts", personId)
                    .header("Okno-Purpose", "notification")
                    .retrieve()
                    .body(Contacts.class));
        } catch (HttpClientErrorException e) {
            // Unknown, or an id that identity-service could never have given out.
            return Optional.empty();
        }
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
