package okno.keycloak.profile;

import java.time.Duration;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Sends a member of an organisation to change a password that is too old. Shows nothing itself: it only adds the
 * required action of Keycloak. Asked at a log-in with the password, as Keycloak asks about the age for everybody.
 */
public final class OrganisationPasswordAge implements RequiredActionProvider, RequiredActionFactory {

    static final String ID = "okno-organisation-password-age";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        OrganisationPassword rule = OrganisationPassword.of(context.getRealm());
        UserModel user = context.getUser();
        if (rule != null
                && Organisations.has(user)
                && AuthenticatorUtil.isPasswordValidated(context.getAuthenticationSession())
                && isOlder(user, Duration.ofDays(rule.days()))) {
            user.addRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD);
        }
    }

    private static boolean isOlder(UserModel user, Duration age) {
        long oldest = Time.currentTimeMillis() - age.toMillis();
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .anyMatch(password -> password.getCreatedDate() == null || password.getCreatedDate() < oldest);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        context.ignore();
    }

    @Override
    public void processAction(RequiredActionContext context) {
        context.ignore();
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return "Age of passwords in organisations";
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
