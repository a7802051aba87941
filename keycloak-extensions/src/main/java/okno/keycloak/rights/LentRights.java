package okno.keycloak.rights;

import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.AdminPermissions;
import org.keycloak.services.resources.admin.fgap.ClientPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.GroupPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.OrganizationPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.RealmPermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.RolePermissionEvaluator;
import org.keycloak.services.resources.admin.fgap.UserPermissionEvaluator;

/**
 * Roles of the administration lent for one call of Keycloak's own code, after ours has looked at what is asked for. The
 * caller stays who they are: events name them, and their token holds none of this.
 */
public final class LentRights implements AdminPermissionEvaluator {

    private final AdminPermissionEvaluator caller;
    private final AdminPermissionEvaluator lent;

    public LentRights(KeycloakSession session, RealmModel realm, AdminPermissionEvaluator caller, Set<String> roles) {
        this.caller = caller;
        UserModel borrower = new UserModelDelegate(caller.adminAuth().getUser()) {
            @Override
            public boolean hasRole(RoleModel role) {
                return roles.contains(role.getName())
                        && role.getContainer() instanceof ClientModel client
                        && Constants.REALM_MANAGEMENT_CLIENT_ID.equals(client.getClientId());
            }
        };
        this.lent = AdminPermissions.evaluator(session, realm, realm, borrower);
    }

    @Override
    public AdminAuth adminAuth() {
        return caller.adminAuth();
    }

    @Override
    public RealmPermissionEvaluator realm() {
        return lent.realm();
    }

    @Override
    public void requireAnyAdminRole() {
        lent.requireAnyAdminRole();
    }

    @Override
    public boolean hasOneAdminRole(String... adminRoles) {
        return lent.hasOneAdminRole(adminRoles);
    }

    @Override
    public void requireRealmAdmin() {
        lent.requireRealmAdmin();
    }

    @Override
    public RolePermissionEvaluator roles() {
        return lent.roles();
    }

    @Override
    public UserPermissionEvaluator users() {
        return lent.users();
    }

    @Override
    public ClientPermissionEvaluator clients() {
        return lent.clients();
    }

    @Override
    public GroupPermissionEvaluator groups() {
        return lent.groups();
    }

    @Override
    public OrganizationPermissionEvaluator orgs() {
        return lent.orgs();
    }

    @Override
    public boolean isRealmAdmin() {
        return lent.isRealmAdmin();
    }
}
