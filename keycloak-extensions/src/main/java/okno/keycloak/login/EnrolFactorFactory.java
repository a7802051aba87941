package okno.keycloak.login;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** The authenticator {@value #ID}. */
public final class EnrolFactorFactory extends SilentStepFactory {

    static final String ID = "okno-enrol-factor";

    public EnrolFactorFactory() {
        super(ID, "Enrol a second factor", "Sends who has no second factor to confirm a phone");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EnrolFactor();
    }
}
