package okno.keycloak.login;

import java.util.List;
import java.util.Objects;
import okno.keycloak.account.LogInCountry;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/** The authenticator {@value #ID}. */
public final class LeastLevelFactory extends SilentStepFactory {

    static final String ID = "okno-least-level";

    private @Nullable LogInCountry country;

    public LeastLevelFactory() {
        super(ID, "Least level", "Raises the level of a log-in to what the account's roles oblige to");
    }

    @Override
    public void init(Config.Scope config) {
        country = LogInCountry.of(config);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new LeastLevel(Objects.requireNonNull(country));
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(new ProviderConfigProperty(
                LeastLevel.ROLES,
                "Roles",
                "Realm roles, separated by commas, that oblige to a second factor; empty: everybody",
                ProviderConfigProperty.STRING_TYPE,
                null));
    }
}
