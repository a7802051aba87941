package okno.keycloak.account;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** {@code PATCH /admin/realms/{realm}/okno-accounts/{id}}. */
public final class AccountChangesFactory implements AdminRealmResourceProviderFactory {

    @Override
    public String getId() {
        return "okno-accounts";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new AccountChangesProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
