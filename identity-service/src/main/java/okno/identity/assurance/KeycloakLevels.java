package okno.identity.assurance;

import java.util.Map;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.PersonId;
import okno.platform.security.ServiceClients;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The attribute {@code ial} of an account, by the resource that keycloak-extensions adds to the administration API. */
@Component
class KeycloakLevels {

    private final RestClient keycloak;

    KeycloakLevels(ServiceClients clients) {
        this.keycloak = clients.to("keycloak");
    }

    private record Change(Map<String, String> attributes) {}

    /** Writes this attribute and no other: whatever else of the account changes meanwhile stays as it is. */
    void write(PersonId personId, Ial ial) {
        try {
            keycloak.patch()
                    .uri("/okno-accounts/{id}", personId.value())
                    .body(new Change(Map.of("ial", ial.word())))
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.NotFound noAccountToTell) {
            return;
        }
    }
}
