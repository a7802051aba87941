package okno.keycloak.account;

import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * A password said aloud over a desk: changed at the next log-in or, when its time is over, gone. Keycloak itself keeps such
 * a password for ever, so its end stands beside it, as an attribute that only administrators see.
 */
public final class TemporaryPassword {

    private static final String UNTIL = "temporaryPasswordUntil";

    private TemporaryPassword() {}

    /** @param lifeSeconds how long it is good for */
    public record Wish(String value, int lifeSeconds) {

        /** Never the password. */
        @Override
        public String toString() {
            return "Wish";
        }
    }

    static void set(UserModel user, Wish wish) {
        user.credentialManager().updateCredential(UserCredentialModel.password(wish.value(), true));
        user.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        user.setSingleAttribute(UNTIL, Long.toString(Time.currentTime() + (long) wish.lifeSeconds()));
    }

    /** Whether there is one that nobody has changed yet. */
    static boolean isThere(UserModel user) {
        return user.getRequiredActionsStream().anyMatch(RequiredAction.UPDATE_PASSWORD.name()::equals);
    }

    static void remove(UserModel user) {
        user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .toList()
                .forEach(password -> user.credentialManager().removeStoredCredentialById(password.getId()));
        user.removeAttribute(UNTIL);
    }

    /**
     * Takes one away whose time is over, so that it is as wrong as any other; called before a password is compared.
     */
    public static void expire(@Nullable UserModel user) {
        String until = user == null ? null : user.getFirstAttribute(UNTIL);
        if (user == null || until == null) {
            return;
        }
        if (!isThere(user)) {
            // Changed in time.
            user.removeAttribute(UNTIL);
        } else if (Long.parseLong(until) <= Time.currentTime()) {
            remove(user);
        }
    }
}
