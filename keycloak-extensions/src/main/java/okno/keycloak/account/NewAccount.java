package okno.keycloak.account;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account to open: no roles, no groups, no links, and no credentials but a temporary password.
 *
 * @param attributes {@code ial}, {@code phone}, {@code locale}; the phone counts as not confirmed
 * @param password for an account opened at a desk; else the letter asks for one
 */
public record NewAccount(
        String username, String email, Map<String, String> attributes, TemporaryPassword.@Nullable Wish password) {

    static final Set<String> ATTRIBUTES = Set.of("ial", "phone", "locale");

    /** Never the values. */
    @Override
    public String toString() {
        return "NewAccount";
    }
}
