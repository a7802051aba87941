package okno.identity.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import okno.platform.core.Problem;
import okno.platform.security.ServiceClients;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * The two calls of Keycloak's administration REST API that sessions need, made with this service's own token; the only
 * place that knows that API.
 */
@Component
class KeycloakAdmin {

    private static final ParameterizedTypeReference<List<UserSession>> SESSIONS = new ParameterizedTypeReference<>() {};

    private final RestClient keycloak;

    KeycloakAdmin(ServiceClients clients) {
        this.keycloak = clients.to("keycloak");
    }

    /**
     * Sessions of one account; none when Keycloak does not know it.
     *
     * @throws Problem {@code dependency_unavailable} when Keycloak does not answer
     */
    List<LoginSession> sessionsOf(UUID personId) {
        try {
            List<UserSession> sessions = keycloak.get()
                    .uri("/okno-accounts/{id}/sessions", personId)
                    .retrieve()
                    .body(SESSIONS);
            return sessions == null
                    ? List.of()
                    : sessions.stream().map(UserSession::toSession).toList();
        } catch (HttpClientErrorException.NotFound unknownAccount) {
            return List.of();
        }
    }

    /** Ends a session; one that is over already is fine. */
    void end(UUID personId, String sessionId) {
        try {
            keycloak.delete()
                    .uri("/okno-accounts/{id}/sessions/{session}", personId, sessionId)
                    .retrieve()
                    .toBodilessEntity();
        } catch (HttpClientErrorException.NotFound overAlready) {
            return;
        }
    }

    /** What we read of Keycloak's {@code UserSessionRepresentation}; times are milliseconds since 1970. */
    private record UserSession(
            String id,
            @Nullable String ipAddress,
            long start,
            long lastAccess,
            @Nullable Map<String, String> clients) {

        LoginSession toSession() {
            return new LoginSession(
                    id,
                    ipAddress == null ? "" : ipAddress,
                    Instant.ofEpochMilli(start),
                    Instant.ofEpochMilli(lastAccess),
                    clients == null ? List.of() : List.copyOf(clients.values()));
        }
    }
}
