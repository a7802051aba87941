package okno.keycloak.login;

import okno.keycloak.sms.ConfirmPhone;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who has no second factor gets one: nothing is issued before a phone is confirmed. */
final class EnrolFactor implements Authenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (!Factors.has(context.getUser()) && !Factors.usedTwoInOne(context.getAuthenticationSession())) {
            context.getAuthenticationSession().addRequiredAction(ConfirmPhone.ID);
        }
        context.success();
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
