package okno.keycloak.login;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** The condition {@value #ID}. */
public final class FactorToAskFactory implements ConditionalAuthenticatorFactory {

    static final String ID = "okno-factor-to-ask";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ConditionalAuthenticator getSingleton() {
        return new FactorToAsk();
    }

    @Override
    public String getDisplayType() {
        return "Condition - second factor to ask for";
    }

    @Override
    public String getHelpText() {
        return "The person has a second factor and has not shown it together with the first";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
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
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
