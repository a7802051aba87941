package okno.keycloak.client;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** {@code PUT /admin/realms/{realm}/okno-clients/{id}}. */
public final class PartnerClientsFactory implements AdminRealmResourceProviderFactory {

    @Override
    public String getId() {
        return "okno-clients";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new PartnerClientsProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
