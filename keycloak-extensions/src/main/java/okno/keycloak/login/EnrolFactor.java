package okno.keycloak.login;

import jakarta.ws.rs.core.Response;
import okno.keycloak.sms.ConfirmPhone;
import okno.keycloak.sms.PhoneRecovery;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Who has no second factor gets one: nothing is issued before a phone is confirmed. Not so when the password came by that
 * phone and the other factor is gone since: then only a recovery by another way helps.
 */
final class EnrolFactor implements Authenticator {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        var login = context.getAuthenticationSession();
        var user = context.getUser();
        boolean twoInOne = Factors.usedTwoInOne(login);
        boolean byPhone = PhoneRecovery.isRemembered(user);
        if (!twoInOne && !Factors.has(user)) {
            if (byPhone) {
                context.getEvent().user(user).error(Errors.ACCESS_DENIED);
                context.failure(
                        AuthenticationFlowError.ACCESS_DENIED,
                        context.form().setError("oknoRecoverOtherwise").createErrorPage(Response.Status.FORBIDDEN));
                return;
            }
            login.addRequiredAction(ConfirmPhone.ID);
        } else if (byPhone && !twoInOne && Factors.usedPassword(login)) {
            // Whoever knows the new password has shown a factor that no SIM card gives.
            PhoneRecovery.forget(user);
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
