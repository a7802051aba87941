package okno.identity.recovery;

import java.util.Map;
import java.util.UUID;
import okno.platform.security.ServiceClients;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Passwords at Keycloak: only ever a temporary one. */
@Component
class KeycloakPasswords {

    private final RestClient keycloak;

    KeycloakPasswords(ServiceClients clients) {
        this.keycloak = clients.to("keycloak");
    }

    /**
     * Sets a password that must be changed at the first log-in, and lifts a lock; false: there is no such account.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable} when Keycloak does not answer
     */
    boolean setTemporary(UUID accountId, String password) {
        try {
            keycloak.put()
                    .uri("/users/{id}/reset-password", accountId)
                    .body(Map.of("type", "password", "value", password, "temporary", true))
                    .retrieve()
                    .toBodilessEntity();
            keycloak.delete()
                    .uri("/attack-detection/brute-force/users/{id}", accountId)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.NotFound unknown) {
            return false;
        }
    }
}
