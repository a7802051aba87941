package okno.identity.session;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;

/** Where the caller is logged in, latest use first. */
@Service
public class SessionQueries {

    private final KeycloakAdmin keycloak;

    SessionQueries(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    public List<LoginSession> sessions(Caller caller) {
        return keycloak.sessionsOf(personOf(caller)).stream()
                .sorted(Comparator.comparing(LoginSession::lastUsedAt).reversed())
                .toList();
    }

    static UUID personOf(Caller caller) {
        try {
            return UUID.fromString(caller.id());
        } catch (IllegalArgumentException machine) {
            throw Problem.notFound();
        }
    }
}
