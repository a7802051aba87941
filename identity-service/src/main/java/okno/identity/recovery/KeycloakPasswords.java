package okno.identity.recovery;

import java.time.Duration;
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
     * Sets a password that must be changed at the first log-in and is good for so long, and lifts a lock; false: there is no
     * such account, or one of somebody who works at the portal: administrators help those.
     *
     * @throws okno.platform.core.Problem {@code dependency_unavailable} when Keycloak does not answer
     */
    boolean setTemporary(UUID accountId, String password, Duration life) {
        try {
            keycloak.put()
                    .uri("/okno-accounts/{id}/temporary-password", accountId)
                    .body(Map.of("value", password, "lifeSeconds", life.toSeconds()))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Forbidden notAPersons) {
            return false;
        }
    }
}
