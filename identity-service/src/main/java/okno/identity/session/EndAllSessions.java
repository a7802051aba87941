package okno.identity.session;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** All log-ins of a person end at once, by order of a rule. Our services are told first, as with one session. */
@Service
public class EndAllSessions {

    private final KeycloakAdmin keycloak;
    private final SessionAnnouncement announcement;

    EndAllSessions(KeycloakAdmin keycloak, SessionAnnouncement announcement) {
        this.keycloak = keycloak;
        this.announcement = announcement;
    }

    /** @throws okno.platform.core.Problem {@code dependency_unavailable}; called again it ends what is left */
    public void handle(UUID personId) {
        keycloak.sessionsOf(personId).forEach(session -> {
            announcement.ended(personId, session.id());
            keycloak.end(personId, session.id());
        });
    }
}
