package okno.org.linking;

import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Asks identity-service for the one thing about a person that the check needs. */
@Component
class IdentityClient {

    private final RestClient identity;

    IdentityClient(ServiceClients clients) {
        this.identity = clients.to("identity");
    }

    private record Person(@Nullable String inn) {}

    /** The person's ИНН, or null when the profile has none. Identity-service audits the look under our purpose. */
    @Nullable
    String innOf(String personId) {
        try {
            return identity.get()
                    .uri("/internal/persons/{id}", personId)
                    .header("Okno-Purpose", "organisation-linking")
                    .retrieve()
                    .requiredBody(Person.class)
                    .inn();
        } catch (HttpClientErrorException.NotFound e) {
            return null;
        }
    }
}
