package okno.keycloak.profile;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/** The part {@code oknoOrganisationPassword(12,90)} of a realm's password policy. */
public final class OrganisationPasswordPolicyFactory implements PasswordPolicyProviderFactory {

    @Override
    public String getId() {
        return OrganisationPassword.ID;
    }

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new OrganisationPasswordPolicy(session);
    }

    @Override
    public String getDisplayName() {
        return "Members of organisations: characters, days";
    }

    @Override
    public String getConfigType() {
        return PasswordPolicyProvider.STRING_CONFIG_TYPE;
    }

    @Override
    public String getDefaultConfigValue() {
        return OrganisationPassword.USUAL;
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
