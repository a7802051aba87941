package okno.keycloak.realm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/**
 * Brings a realm to its definition: settings, flows, required actions, roles, scopes, clients with their addresses, keys and
 * rights, service accounts, the user profile. What people own is theirs: accounts that exist keep everything, and only
 * those that are missing are made. Clients and roles that the definition does not name stay: partners are registered by
 * others.
 */
final class ApplyDefinition {

    /** Realm attribute: what was applied last. */
    private static final String APPLIED = "okno.definition";

    private final KeycloakSession session;
    private final RealmModel realm;

    ApplyDefinition(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** @return false: it is what was applied last, and nothing was done */
    boolean apply(RealmRepresentation wanted, String digest) {
        if (digest.equals(realm.getAttribute(APPLIED))) {
            return false;
        }
        Map<String, String> attributes =
                new HashMap<>(Optional.ofNullable(wanted.getAttributes()).orElseGet(Map::of));
        attributes.put(APPLIED, digest);
        attributes.put(DefinedFlows.APPLIED, new DefinedFlows(realm).apply(wanted));
        wanted.setAttributes(attributes);
        requiredActions(wanted);
        roles(wanted);
        var clients = new DefinedClients(session, realm);
        clients.scopes(wanted);
        clients.clients(wanted);
        new DefinedAccounts(session, realm).apply(wanted);
        components(wanted);
        RepresentationToModel.updateRealm(wanted, realm, session);
        return true;
    }

    private void requiredActions(RealmRepresentation wanted) {
        for (RequiredActionProviderRepresentation action : orEmpty(wanted.getRequiredActions())) {
            RequiredActionProviderModel known = realm.getRequiredActionProviderByAlias(action.getAlias());
            RequiredActionProviderModel model = new RequiredActionProviderModel();
            model.setAlias(action.getAlias());
            model.setName(action.getName());
            model.setProviderId(action.getProviderId());
            model.setEnabled(action.isEnabled());
            model.setDefaultAction(action.isDefaultAction());
            model.setPriority(action.getPriority());
            model.setConfig(action.getConfig());
            if (known == null) {
                realm.addRequiredActionProvider(model);
            } else {
                model.setId(known.getId());
                realm.updateRequiredActionProvider(model);
            }
        }
    }

    private void roles(RealmRepresentation wanted) {
        List<RoleRepresentation> defined = wanted.getRoles() == null
                ? List.of()
                : orEmpty(wanted.getRoles().getRealm());
        for (RoleRepresentation role : defined) {
            RoleModel known = realm.getRole(role.getName());
            (known == null ? realm.addRole(role.getName()) : known).setDescription(role.getDescription());
        }
        for (RoleRepresentation role : defined) {
            if (role.getComposites() != null && role.getComposites().getRealm() != null) {
                RoleModel whole = realm.getRole(role.getName());
                role.getComposites().getRealm().stream()
                        .map(realm::getRole)
                        .filter(part -> whole.getCompositesStream().noneMatch(part::equals))
                        .toList()
                        .forEach(whole::addCompositeRole);
            }
        }
    }

    /** Such as the user profile. Keys are made when missing and never touched: their configuration holds them. */
    private void components(RealmRepresentation wanted) {
        MultivaluedHashMap<String, ComponentExportRepresentation> defined = wanted.getComponents();
        if (defined == null) {
            return;
        }
        defined.forEach((type, components) -> components.forEach(component -> {
            ComponentModel known = realm.getComponentsStream(realm.getId(), type)
                    .filter(one -> one.getProviderId().equals(component.getProviderId()))
                    .filter(one ->
                            component.getName() == null || component.getName().equals(one.getName()))
                    .findFirst()
                    .orElse(null);
            if (known != null && type.equals(KeyProvider.class.getName())) {
                return;
            }
            ComponentModel model = known == null ? new ComponentModel() : known;
            model.setConfig(component.getConfig());
            if (known == null) {
                model.setProviderType(type);
                model.setProviderId(component.getProviderId());
                model.setName(component.getName());
                model.setParentId(realm.getId());
                realm.addComponentModel(model);
            } else {
                realm.updateComponent(model);
            }
        }));
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : new ArrayList<>(list);
    }
}
