package okno.keycloak.login;

import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Levels of authentication as the realm's {@code acr.loa.map} numbers them. */
enum Level {
    SECOND_FACTOR(2),
    CERTIFICATE(3);

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /** From here on the log-in is one of at least this level, whatever the client asked for. */
    void require(AuthenticationSessionModel login) {
        String asked = login.getClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION);
        if (asked == null || Integer.parseInt(asked) < number) {
            login.setClientNote(Constants.REQUESTED_LEVEL_OF_AUTHENTICATION, Integer.toString(number));
        }
    }
}
