package okno.keycloak.login;

import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.KeycloakSession;

/** The authenticator {@value #ID}; {@code --spi-authenticator--okno-password--errors-per-address}, 30 in 15 minutes by default. */
public final class PasswordFormFactory extends UsernamePasswordFormFactory {

    static final String ID = "okno-password";

    private static final int ERRORS_PER_ADDRESS = 30;

    private int most = ERRORS_PER_ADDRESS;

    @Override
    public void init(Config.Scope config) {
        most = config.getInt("errors-per-address", ERRORS_PER_ADDRESS);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasswordForm(session, most);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Name and password, limited by address";
    }
}
