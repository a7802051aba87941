package okno.keycloak.realm;

import static okno.keycloak.realm.ApplyDefinition.orEmpty;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RepresentationToModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Service accounts get exactly the roles that are named; accounts of people are made when missing and left alone else. */
final class DefinedAccounts {

    private final KeycloakSession session;
    private final RealmModel realm;

    DefinedAccounts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void apply(RealmRepresentation wanted) {
        for (UserRepresentation account : orEmpty(wanted.getUsers())) {
            UserModel known = known(account);
            if (known == null) {
                RepresentationToModel.createUser(session, realm, account);
            } else if (account.getServiceAccountClientId() == null) {
                addMissingCredentials(account, known);
            } else {
                exactly(known, roles(account));
                Optional.ofNullable(account.getAttributes()).orElseGet(Map::of).forEach(known::setAttribute);
            }
        }
    }

    private @Nullable UserModel known(UserRepresentation account) {
        if (account.getServiceAccountClientId() == null) {
            return session.users().getUserByUsername(realm, account.getUsername());
        }
        ClientModel client = realm.getClientByClientId(account.getServiceAccountClientId());
        return client == null ? null : session.users().getServiceAccount(client);
    }

    /** Of kinds that the account has none of: a password that was changed stays changed. */
    private void addMissingCredentials(UserRepresentation account, UserModel known) {
        List<CredentialRepresentation> missing = orEmpty(account.getCredentials()).stream()
                .filter(credential -> known.credentialManager()
                        .getStoredCredentialsByTypeStream(credential.getType())
                        .findAny()
                        .isEmpty())
                .toList();
        account.setCredentials(missing);
        RepresentationToModel.createCredentials(account, session, realm, known, false);
    }

    private Set<RoleModel> roles(UserRepresentation account) {
        Set<RoleModel> roles =
                orEmpty(account.getRealmRoles()).stream().map(realm::getRole).collect(Collectors.toSet());
        Optional.ofNullable(account.getClientRoles()).orElseGet(Map::of).forEach((clientId, names) -> {
            ClientModel client = realm.getClientByClientId(clientId);
            roles.addAll(DefinedClients.clientRoles(client, names));
        });
        return roles;
    }

    private static void exactly(UserModel account, Set<RoleModel> roles) {
        Set<RoleModel> known = account.getRoleMappingsStream().collect(Collectors.toCollection(HashSet::new));
        known.stream().filter(role -> !roles.contains(role)).forEach(account::deleteRoleMapping);
        roles.stream().filter(role -> !known.contains(role)).forEach(account::grantRole);
    }
}
