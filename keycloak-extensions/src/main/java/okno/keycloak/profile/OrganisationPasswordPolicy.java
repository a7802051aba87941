package okno.keycloak.profile;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/** Longer passwords for members of organisations. */
final class OrganisationPasswordPolicy implements PasswordPolicyProvider {

    private static final String TOO_SHORT = "invalidPasswordMinLengthMessage";

    private final KeycloakSession session;

    OrganisationPasswordPolicy(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public @Nullable PolicyError validate(RealmModel realm, UserModel user, String password) {
        OrganisationPassword rule = OrganisationPassword.of(realm);
        if (rule == null || !Organisations.has(user) || password.length() >= rule.length()) {
            return null;
        }
        return new PolicyError(TOO_SHORT, rule.length());
    }

    /** Asked at a registration, when nobody belongs to an organisation yet. */
    @Override
    public @Nullable PolicyError validate(String username, String password) {
        RealmModel realm = session.getContext().getRealm();
        UserModel user =
                realm == null || username == null ? null : session.users().getUserByUsername(realm, username);
        return realm == null || user == null ? null : validate(realm, user, password);
    }

    @Override
    public Object parseConfig(@Nullable String value) {
        return OrganisationPassword.parse(value);
    }

    @Override
    public void close() {}
}
