package okno.keycloak.login;

import okno.keycloak.account.LogInCountry;
import okno.keycloak.sms.PhoneCredential;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stands behind the first factor and raises the level that the rest of the flow goes to: the second factor for everybody
 * who holds one of the roles named in its configuration, and what a
 * passkey or a certificate was worth already.
 */
final class LeastLevel implements Authenticator {

    /** Names of realm roles, separated by commas. */
    static final String ROLES = "roles";

    private final LogInCountry country;

    LeastLevel(LogInCountry country) {
        this.country = country;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        UserModel user = context.getUser();
        // Here, because the page that offers other ways goes by what is stored.
        PhoneCredential.follow(user);
        country.remember(context.getHttpRequest(), login);
        if (Factors.usedCertificate(login)) {
            Level.CERTIFICATE.require(login);
        } else if (Factors.usedTwoInOne(login) || isObliged(context, user)) {
            Level.SECOND_FACTOR.require(login);
        }
        context.success();
    }

    private static boolean isObliged(AuthenticationFlowContext context, UserModel user) {
        var config = context.getAuthenticatorConfig();
        String names = config == null ? null : config.getConfig().get(ROLES);
        if (names == null) {
            return true;
        }
        for (String name : names.split(",")) {
            var role = context.getRealm().getRole(name.strip());
            if (role != null && user.hasRole(role)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        // Asks nothing.
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
