package okno.identity.account;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okno.identity.account.domain.Registrant;
import okno.identity.account.domain.TemporaryPassword;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * What registration needs of Keycloak: the resource of our extension, which takes accounts of persons and no others. An account there has the e-mail, the phone and the level
 * of assurance; name, birth date and SNILS stay here.
 */
@Component
class KeycloakAccounts {

    private static final ParameterizedTypeReference<List<Account>> ACCOUNTS = new ParameterizedTypeReference<>() {};

    private final RestClient keycloak;

    KeycloakAccounts(ServiceClients clients) {
        this.keycloak = clients.to("keycloak");
    }

    /** A password for the first log-in, and for how long. */
    private record Temporary(String value, long lifeSeconds) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Temporary";
        }
    }

    /** What is read of an account. */
    record Account(
            UUID id,
            boolean emailVerified,
            @Nullable Map<String, List<String>> attributes,
            @Nullable List<String> requiredActions) {

        boolean hasConfirmed(String phone) {
            Map<String, List<String>> known = attributes == null ? Map.of() : attributes;
            return emailVerified
                    && known.getOrDefault("phone", List.of()).contains(phone)
                    && known.getOrDefault("phoneConfirmed", List.of()).contains("true");
        }
    }

    /**
     * Opens an account that nobody can log in to yet; the same one when it is there already.
     *
     * @throws AddressTaken when another account has the e-mail
     */
    UUID open(UUID registrationId, Registrant registrant) {
        return open(registrationId, account(registrationId, registrant));
    }

    /**
     * Opens an account whose password must be changed at the first log-in, after e-mail and phone have been confirmed.
     *
     * @throws AddressTaken when another account has the e-mail
     */
    UUID openWithPassword(UUID registrationId, Registrant registrant, TemporaryPassword password, Duration life) {
        Map<String, Object> account = account(registrationId, registrant);
        account.put("password", new Temporary(password.text(), life.toSeconds()));
        return open(registrationId, account);
    }

    private UUID open(UUID registrationId, Map<String, Object> account) {
        try {
            ResponseEntity<Void> created = keycloak.post()
                    .uri("/okno-accounts")
                    .body(account)
                    .retrieve()
                    .toBodilessEntity();
            return idIn(created);
        } catch (HttpClientErrorException.Conflict conflict) {
            return named(registrationId).map(Account::id).orElseThrow(AddressTaken::new);
        }
    }

    private static Map<String, Object> account(UUID registrationId, Registrant registrant) {
        Map<String, Object> account = new HashMap<>();
        account.put("username", registrationId.toString());
        account.put("email", registrant.email());
        account.put(
                "attributes",
                Map.of("ial", "simplified", "phone", registrant.phone(), "locale", registrant.language()));
        return account;
    }

    private static UUID idIn(ResponseEntity<Void> created) {
        URI location = created.getHeaders().getLocation();
        if (location == null) {
            throw new Problem(ProblemKind.UNAVAILABLE, "dependency_unavailable");
        }
        String path = location.getPath();
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private Optional<Account> named(UUID registrationId) {
        List<Account> found = keycloak.get()
                .uri("/okno-accounts?username={name}", registrationId)
                .retrieve()
                .body(ACCOUNTS);
        return found == null ? Optional.empty() : found.stream().findFirst();
    }

    /** Sends the letter with the link; it is good for so long. */
    void sendLetter(UUID accountId, Duration life) {
        keycloak.put()
                .uri("/okno-accounts/{id}/letter?lifespan={seconds}", accountId, life.toSeconds())
                .retrieve()
                .toBodilessEntity();
    }

    Optional<Account> find(UUID accountId) {
        try {
            return Optional.ofNullable(keycloak.get()
                    .uri("/okno-accounts/{id}", accountId)
                    .retrieve()
                    .body(Account.class));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        }
    }

    /**
     * Takes a password away that was to be changed at the first log-in and was not.
     *
     * @return false when it has been changed, or the account is gone
     */
    boolean removeUnchangedPassword(UUID accountId) {
        try {
            keycloak.delete()
                    .uri("/okno-accounts/{id}/temporary-password", accountId)
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (HttpClientErrorException.NotFound changedOrGone) {
            return false;
        }
    }

    /** Of an account that may not have been told to us: the one with this name. */
    Optional<UUID> idOf(UUID registrationId) {
        return named(registrationId).map(Account::id);
    }

    /** Deletes an account; one that is gone already is fine. */
    void delete(UUID accountId) {
        try {
            keycloak.delete().uri("/okno-accounts/{id}", accountId).retrieve().toBodilessEntity();
        } catch (HttpClientErrorException.NotFound goneAlready) {
            return;
        }
    }
}
