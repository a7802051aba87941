package okno.identity.account;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import okno.identity.account.domain.Registrant;
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
 * What registration needs of Keycloak's administration REST API. An account there has the e-mail, the phone and the level
 * of assurance; name, birth date and SNILS stay here.
 */
@Component
class KeycloakAccounts {

    private static final List<String> ACTIONS = List.of("okno-confirm-phone", "UPDATE_PASSWORD");
    private static final ParameterizedTypeReference<List<Account>> ACCOUNTS = new ParameterizedTypeReference<>() {};

    private final RestClient keycloak;

    KeycloakAccounts(ServiceClients clients) {
        this.keycloak = clients.to("keycloak");
    }

    /** What is read of Keycloak's {@code UserRepresentation}. */
    record Account(UUID id, boolean emailVerified, @Nullable Map<String, List<String>> attributes) {

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
        Map<String, Object> account = Map.of(
                "username",
                registrationId.toString(),
                "email",
                registrant.email(),
                "emailVerified",
                false,
                "enabled",
                true,
                "attributes",
                Map.of(
                        "ial", List.of("simplified"),
                        "phone", List.of(registrant.phone()),
                        "phoneConfirmed", List.of("false"),
                        "locale", List.of(registrant.language())));
        try {
            ResponseEntity<Void> created =
                    keycloak.post().uri("/users").body(account).retrieve().toBodilessEntity();
            return idIn(created);
        } catch (HttpClientErrorException.Conflict conflict) {
            return named(registrationId).map(Account::id).orElseThrow(AddressTaken::new);
        }
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
                .uri("/users?exact=true&username={name}", registrationId)
                .retrieve()
                .body(ACCOUNTS);
        return found == null ? Optional.empty() : found.stream().findFirst();
    }

    /** Sends the letter with the link; it is good for so long. */
    void sendLetter(UUID accountId, Duration life) {
        keycloak.put()
                .uri("/users/{id}/execute-actions-email?lifespan={seconds}", accountId, life.toSeconds())
                .body(ACTIONS)
                .retrieve()
                .toBodilessEntity();
    }

    Optional<Account> find(UUID accountId) {
        try {
            return Optional.ofNullable(
                    keycloak.get().uri("/users/{id}", accountId).retrieve().body(Account.class));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        }
    }

    /** Deletes an account; one that is gone already is fine. */
    void delete(UUID accountId) {
        try {
            keycloak.delete().uri("/users/{id}", accountId).retrieve().toBodilessEntity();
        } catch (HttpClientErrorException.NotFound goneAlready) {
            return;
        }
    }
}
