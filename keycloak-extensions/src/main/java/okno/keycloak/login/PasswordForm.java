package okno.keycloak.login;

import java.time.Duration;
import okno.keycloak.account.TemporaryPassword;
import okno.keycloak.limit.Allowance;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keycloak's own form for name and password, and a limit for wrong ones from one address: a lock stops who tries many
 * passwords on one account, this who tries one password on many. Passkeys on the same page are not limited.
 */
final class PasswordForm extends UsernamePasswordForm {

    private static final Duration TERM = Duration.ofMinutes(15);
    private static final String PASSWORD = "password";

    private final Allowance errors;
    private final int most;

    PasswordForm(KeycloakSession session, int most) {
        super(session);
        this.errors = new Allowance(session.singleUseObjects());
        this.most = most;
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (!context.getHttpRequest().getDecodedFormParameters().containsKey(PASSWORD)) {
            super.action(context);
            return;
        }
        String what = "password.address." + context.getConnection().getRemoteAddr();
        if (errors.isUsedUp(what, most)) {
            context.getEvent().error(Errors.USER_TEMPORARILY_DISABLED);
            context.forceChallenge(challenge(context, "oknoTooManyErrors", PASSWORD));
            return;
        }
        TemporaryPassword.expire(named(context));
        super.action(context);
        if (context.getStatus() != FlowStatus.SUCCESS) {
            errors.take(what, most, TERM);
        }
    }

    /** Whose password is about to be compared: as the form finds them. */
    private static @Nullable UserModel named(AuthenticationFlowContext context) {
        if (context.getUser() != null) {
            return context.getUser();
        }
        String name = context.getHttpRequest().getDecodedFormParameters().getFirst("username");
        return name == null || name.isBlank()
                ? null
                : KeycloakModelUtils.findUserByNameOrEmail(context.getSession(), context.getRealm(), name.strip());
    }
}
