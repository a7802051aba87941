package okno.keycloak.login;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Whether the question for a second factor follows: there is one to ask for, and none was shown together with the first.
 * Its opposite is no way around: {@link EnrolFactor} stands behind it.
 */
final class FactorToAsk implements ConditionalAuthenticator {

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        return Factors.has(context.getUser()) && !Factors.usedTwoInOne(context.getAuthenticationSession());
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
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
