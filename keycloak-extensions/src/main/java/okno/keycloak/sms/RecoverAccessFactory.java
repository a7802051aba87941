package okno.keycloak.sms;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** The authenticator {@value RecoverAccess#ID}. */
public final class RecoverAccessFactory implements AuthenticatorFactory {

    private @Nullable KeycloakSessionFactory providers;

    @Override
    public String getId() {
        return RecoverAccess.ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        providers = factory;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        // One configuration for all: limits that two of them count apart are no limits.
        var sms = (SmsAuthenticatorFactory)
                Objects.requireNonNull(providers).getProviderFactory(Authenticator.class, SmsAuthenticatorFactory.ID);
        return new RecoverAccess(sms.desk());
    }

    @Override
    public String getDisplayType() {
        return "Recover access by e-mail or phone";
    }

    @Override
    public String getHelpText() {
        return "A link to the e-mail or a code to the confirmed phone";
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void close() {}
}
