package okno.keycloak.rights;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** A realm role that opens one of our resources and nothing else of the administration. */
public enum Keeper {
    ACCOUNTS("account-keeper"),
    CLIENTS("client-keeper");

    private final String role;

    Keeper(String role) {
        this.role = role;
    }

    /** Whether the caller has it. An administrator of another realm holds no role of this one, whatever its name. */
    public boolean is(RealmModel realm, AdminPermissionEvaluator caller) {
        RoleModel keeper = realm.getRole(role);
        return keeper != null
                && caller.adminAuth().getRealm().getId().equals(realm.getId())
                && caller.adminAuth().getUser().hasRole(keeper);
    }
}
