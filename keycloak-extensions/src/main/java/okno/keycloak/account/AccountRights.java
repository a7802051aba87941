package okno.keycloak.account;

import jakarta.ws.rs.ForbiddenException;
import java.util.Set;
import okno.keycloak.rights.Keeper;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Who may use this resource, and on whom. The role of {@link Keeper#ACCOUNTS} opens this resource and nothing else of the
 * administration; Keycloak's own {@code manage-users} would open passwords, roles and e-mails of administrators, too.
 */
final class AccountRights {

    private static final String PERSON = "person";
    private static final Set<String> EVERYBODYS = Set.of(PERSON, Constants.OFFLINE_ACCESS_ROLE, "uma_authorization");

    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;

    AccountRights(RealmModel realm, AdminPermissionEvaluator auth) {
        this.realm = realm;
        this.auth = auth;
    }

    /** @throws ForbiddenException unless it is the keeper, or an administrator who manages users anyway */
    void require() {
        if (!Keeper.ACCOUNTS.is(realm, auth)) {
            auth.users().requireManage();
        }
    }

    /** @throws ForbiddenException when the account can do more than every person can */
    void requirePerson(UserModel user) {
        if (!isPerson(user)) {
            throw new ForbiddenException("not_a_mere_person");
        }
    }

    /** Denied by default: a role that is not known here is one that an officer or an administrator has. */
    private boolean isPerson(UserModel user) {
        if (user.getServiceAccountClientLink() != null) {
            return false;
        }
        return RoleUtils.getDeepUserRoleMappings(user).stream().allMatch(this::isEverybodys);
    }

    private boolean isEverybodys(RoleModel role) {
        if (role.getContainer() instanceof ClientModel client) {
            return Constants.ACCOUNT_MANAGEMENT_CLIENT_ID.equals(client.getClientId());
        }
        return EVERYBODYS.contains(role.getName()) || role.equals(realm.getDefaultRole());
    }
}
