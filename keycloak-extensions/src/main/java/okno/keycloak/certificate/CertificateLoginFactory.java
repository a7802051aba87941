package okno.keycloak.certificate;

import java.net.URI;
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

/** The authenticator {@value CertificateLogin#CREDENTIAL}; {@code --spi-authenticator--okno-certificate--judge} names its judge. */
public final class CertificateLoginFactory implements AuthenticatorFactory {

    private @Nullable Judge judge;

    @Override
    public String getId() {
        return CertificateLogin.CREDENTIAL;
    }

    @Override
    public void init(Config.Scope config) {
        String address = config.get("judge");
        if (address == null || address.isBlank()) {
            throw new IllegalStateException("--spi-authenticator--okno-certificate--judge is missing");
        }
        judge = new Judge(URI.create(address));
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new CertificateLogin(Objects.requireNonNull(judge));
    }

    @Override
    public String getDisplayType() {
        return "Certificate";
    }

    @Override
    public String getHelpText() {
        return "A signature over a nonce, made with a certificate by the person's own software";
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
