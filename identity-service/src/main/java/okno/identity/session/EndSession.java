package okno.identity.session;

import okno.platform.core.Caller;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;

/**
 * A person ends one of their sessions. Our services are told before Keycloak is: if Keycloak then fails, the tokens are
 * refused already, the caller sees 503 and the repeated call ends the session there too.
 */
@Service
public class EndSession {

    private final KeycloakAdmin keycloak;
    private final SessionAnnouncement announcement;

    EndSession(KeycloakAdmin keycloak, SessionAnnouncement announcement) {
        this.keycloak = keycloak;
        this.announcement = announcement;
    }

    /** Which session. */
    public record Command(String sessionId) {}

    /** @throws Problem "not found" when it is not one of the caller's */
    public void handle(Caller caller, Command command) {
        var personId = SessionQueries.personOf(caller);
        LoginSession session = keycloak.sessionsOf(personId).stream()
                .filter(candidate -> candidate.id().equals(command.sessionId()))
                .findAny()
                .orElseThrow(Problem::notFound);
        announcement.ended(caller, personId, session.id());
        keycloak.end(personId, session.id());
    }
}
