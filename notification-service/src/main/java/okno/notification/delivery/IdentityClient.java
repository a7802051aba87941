package okno.notification.delivery;

import java.util.Optional;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks identity-service where to write to a person. */
@Component
class IdentityClient {

    private final RestClient identity;

    IdentityClient(ServiceClients clients) {
        this.identity = clients.to("identity");
    }

    /**
     * Empty when there is no such person.
     *
     * @throws Problem {@code dependency_unavailable} when identity-service does not answer
     */
    Optional<Contacts> contacts(String personId) {
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
