package okno.keycloak.sms;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The required action {@value ConfirmPhone#ID}. */
public final class ConfirmPhoneFactory implements RequiredActionFactory {

    private @Nullable KeycloakSessionFactory providers;

    @Override
    public String getId() {
        return ConfirmPhone.ID;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        providers = factory;
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        // One configuration for both: limits that two of them count apart are no limits.
        var sms = (SmsAuthenticatorFactory)
                Objects.requireNonNull(providers).getProviderFactory(Authenticator.class, SmsAuthenticatorFactory.ID);
        return new ConfirmPhone(sms.desk());
    }

    @Override
    public String getDisplayText() {
        return "Confirm phone";
    }

    @Override
    public boolean isOneTimeAction() {
        return true;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void close() {}
}
