package okno.notification.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks identity-service where to write to a person. */
@Component
class IdentityClient {

    /** The channels of one notification are sent within a moment and ask once; no later notification is sent by it. */
    private static final Duration SHARED = Duration.ofSeconds(10);

    private static final int SHARED_AT_MOST = 20_000;

    private final RestClient identity;
    private final Cache<UUID, Optional<Contacts>> shared = Caffeine.newBuilder()
            .expireAfterWrite(SHARED)
            .maximumSize(SHARED_AT_MOST)
            .build();

    IdentityClient(ServiceClients clients) {
        this.identity = clients.to("identity");
    }

    /**
     * Empty when there is no such person. A repeated attempt asks anew.
     *
     * @throws Problem {@code dependency_unavailable} when identity-service does not answer
     */
    Optional<Contacts> contacts(PendingDelivery delivery) {
        return delivery.attempt() > 1
                ? ask(delivery.personId())
                : Objects.requireNonNull(shared.get(delivery.notificationId(), any -> ask(delivery.personId())));
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
}
