package okno.identity.assurance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okno.identity.person.domain.Ial;
import okno.identity.person.domain.PersonId;
import okno.platform.security.ServiceClients;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** The attribute {@code ial} of an account, by Keycloak's administration REST API. */
@Component
class KeycloakLevels {

    private static final ParameterizedTypeReference<Map<String, Object>> ACCOUNT =
            new ParameterizedTypeReference<>() {};

    private final RestClient keycloak;

    KeycloakLevels(ServiceClients clients) {
        this.keycloak = clients.to("keycloak");
    }

    /** Keycloak replaces all attributes at once, so they are read first; this service is their only writer. */
    void write(PersonId personId, Ial ial) {
        Map<String, Object> account;
        try {
            account = keycloak.get()
                    .uri("/users/{id}", personId.value())
                    .retrieve()
                    .body(ACCOUNT);
        } catch (HttpClientErrorException.NotFound noAccountToTell) {
            return;
        }
        if (account == null) {
            return;
        }
        Map<String, Object> attributes = new HashMap<>();
        if (account.get("attributes") instanceof Map<?, ?> known) {
            known.forEach((name, values) -> attributes.put(String.valueOf(name), values));
        }
        attributes.put("ial", List.of(ial.word()));
        account.put("attributes", attributes);
        keycloak.put()
                .uri("/users/{id}", personId.value())
                .body(account)
                .retrieve()
                .toBodilessEntity();
    }
}
