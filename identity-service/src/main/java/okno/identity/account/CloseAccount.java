package okno.identity.account;

import java.util.UUID;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;

/** Takes an account out of Keycloak for good; nobody can log in to it after that. Twice is as good as once. */
@Service
public class CloseAccount {

    private final KeycloakAccounts keycloak;

    CloseAccount(KeycloakAccounts keycloak) {
        this.keycloak = keycloak;
    }

    /** @throws Problem {@code dependency_unavailable} when Keycloak does not answer; to be tried again */
    public void handle(UUID accountId) {
        keycloak.delete(accountId);
    }
}
