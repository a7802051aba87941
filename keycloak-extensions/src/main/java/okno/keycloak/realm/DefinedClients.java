package okno.keycloak.realm;

import static okno.keycloak.realm.ApplyDefinition.orEmpty;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.ScopeContainerModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.ScopeMappingRepresentation;

/** Client scopes and clients with everything they may ask for. */
final class DefinedClients {

    private final KeycloakSession session;
    private final RealmModel realm;

    DefinedClients(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void scopes(RealmRepresentation wanted) {
        for (ClientScopeRepresentation scope : orEmpty(wanted.getClientScopes())) {
            ClientScopeModel known = realm.getClientScopesStream()
                    .filter(one -> one.getName().equals(scope.getName()))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                RepresentationToModel.createClientScope(realm, scope);
            } else {
                RepresentationToModel.updateClientScope(scope, known);
                known.getProtocolMappersStream().toList().forEach(known::removeProtocolMapper);
                orEmpty(scope.getProtocolMappers())
                        .forEach(mapper -> known.addProtocolMapper(RepresentationToModel.toModel(mapper)));
            }
        }
        Set<String> byDefault = new HashSet<>(orEmpty(wanted.getDefaultDefaultClientScopes()));
        realm.getClientScopesStream().toList().forEach(scope -> {
            realm.removeDefaultClientScope(scope);
            if (byDefault.contains(scope.getName())) {
                realm.addDefaultClientScope(scope, true);
            }
        });
    }

    void clients(RealmRepresentation wanted) {
        for (ClientRepresentation client : orEmpty(wanted.getClients())) {
            ClientModel known = realm.getClientByClientId(client.getClientId());
            if (known == null) {
                RepresentationToModel.createClient(session, realm, client);
            } else {
                RepresentationToModel.updateClient(client, known, session);
                RepresentationToModel.updateClientProtocolMappers(client, known);
                RepresentationToModel.updateClientScopes(client, known);
            }
        }
        for (ScopeMappingRepresentation mapping : orEmpty(wanted.getScopeMappings())) {
            asking(mapping).ifPresent(asking -> allow(asking, realmRoles(mapping.getRoles()), null));
        }
        Optional.ofNullable(wanted.getClientScopeMappings()).orElseGet(Map::of).forEach((owner, mappings) -> client(
                        owner)
                .ifPresent(of -> mappings.forEach(mapping ->
                        asking(mapping).ifPresent(asking -> allow(asking, clientRoles(of, mapping.getRoles()), of)))));
    }

    /** Exactly these roles of the realm, or of the client {@code of}. */
    private static void allow(ScopeContainerModel asking, Set<RoleModel> roles, @Nullable ClientModel of) {
        asking.getScopeMappingsStream()
                .filter(role -> of == null ? !role.isClientRole() : of.getId().equals(role.getContainerId()))
                .filter(role -> !roles.contains(role))
                .toList()
                .forEach(asking::deleteScopeMapping);
        roles.forEach(asking::addScopeMapping);
    }

    /** The client or the client scope that may ask for roles. */
    private Optional<ScopeContainerModel> asking(ScopeMappingRepresentation mapping) {
        if (mapping.getClientScope() == null) {
            return client(mapping.getClient()).map(client -> client);
        }
        return realm.getClientScopesStream()
                .filter(scope -> scope.getName().equals(mapping.getClientScope()))
                .<ScopeContainerModel>map(scope -> scope)
                .findFirst();
    }

    private Optional<ClientModel> client(@Nullable String clientId) {
        return Optional.ofNullable(clientId).map(realm::getClientByClientId);
    }

    private Set<RoleModel> realmRoles(Set<String> names) {
        Set<RoleModel> roles = new HashSet<>();
        names.forEach(name -> roles.add(realm.getRole(name)));
        return roles;
    }

    static Set<RoleModel> clientRoles(ClientModel of, Iterable<String> names) {
        Set<RoleModel> roles = new HashSet<>();
        names.forEach(name -> roles.add(of.getRole(name)));
        return roles;
    }
}
