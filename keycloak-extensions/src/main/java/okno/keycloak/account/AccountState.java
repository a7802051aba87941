package okno.keycloak.account;

import java.util.List;
import java.util.Map;
import org.keycloak.models.UserModel;

/** What identity-service reads of an account. */
public record AccountState(
        String id, boolean emailVerified, Map<String, List<String>> attributes, List<String> requiredActions) {

    static AccountState of(UserModel user) {
        return new AccountState(
                user.getId(),
                user.isEmailVerified(),
                user.getAttributes(),
                user.getRequiredActionsStream().toList());
    }

    /** Never what the attributes say. */
    @Override
    public String toString() {
        return "AccountState[" + id + "]";
    }
}
