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
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.provider.ProviderConfigProperty;

/** The execution {@value #ID} of a flow. */
public final class SmsAuthenticatorFactory implements AuthenticatorFactory {

    static final String ID = "okno-sms";

    private @Nullable CodeDesk desk;

    @Override
    public String getId() {
        return ID;
    }

    /** The desk of the running Keycloak, shared with {@link ConfirmPhone}. */
    CodeDesk desk() {
        return Objects.requireNonNull(desk);
    }

    /** Keycloak counts wrong answers of its own categories only; any other could be guessed without end. */
    @Override
    public String getReferenceCategory() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public void init(Config.Scope config) {
        desk = new CodeDesk(SmsSettings.from(config));
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new SmsAuthenticator(desk());
    }

    @Override
    public String getDisplayType() {
        return "Code by SMS";
    }

    @Override
    public String getHelpText() {
        return "A code sent to the confirmed phone";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
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
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
