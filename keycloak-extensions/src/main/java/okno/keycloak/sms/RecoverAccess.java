package okno.keycloak.sms;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialEmail;
import org.keycloak.events.Errors;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;

/**
 * A new password for who has forgotten theirs: by a link to the e-mail or by a code to the confirmed phone. Whoever asks
 * sees the same pages after the same time, whether the account exists, has a phone, or has had its share for today. Nobody
 * is logged in by it: the new password is asked for next, and the second factor with it. Who has no factor but the phone
 * gets the link after the code: {@link PhoneRecovery}.
 */
final class RecoverAccess extends ResetCredentialEmail {

    static final String ID = "okno-recover-access";

    private static final String WAY_PAGE = "okno-recovery-way.ftl";
    private static final String CODE_PAGE = "okno-recovery-code.ftl";
    private static final String WAY = "way";
    private static final String EMAIL = "email";
    private static final String PHONE = "phone";
    /** The code page is up: what is posted now is a code. */
    private static final String ASKED = "okno-recovery-asked";

    private final CodeDesk desk;

    RecoverAccess(CodeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (isByLink(context)) {
            PhoneRecovery.forget(context.getUser());
            proved(context);
            super.authenticate(context);
        } else if (context.getAuthenticationSession().getAuthNote(ASKED) != null) {
            context.challenge(context.form().createForm(CODE_PAGE));
        } else {
            context.challenge(context.form().createForm(WAY_PAGE));
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String way = form.getFirst(WAY);
        if (isByLink(context)) {
            super.action(context);
        } else if (EMAIL.equals(way)) {
            EqualTime.spend(() -> sendLink(context));
        } else if (PHONE.equals(way)) {
            EqualTime.spend(() -> sendCode(context));
        } else if (context.getAuthenticationSession().getAuthNote(ASKED) != null) {
            EqualTime.spend(() -> check(context, form.getFirst(SmsForm.CODE)));
        } else {
            authenticate(context);
        }
    }

    private void sendLink(AuthenticationFlowContext context) {
        if (mayAsk(context)) {
            super.authenticate(context);
        } else {
            context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
        }
    }

    private void sendCode(AuthenticationFlowContext context) {
        boolean mayAsk = mayAsk(context);
        phone(context)
                .filter(phone -> mayAsk)
                .ifPresent(phone ->
                        desk.send(context.getSession(), context.getAuthenticationSession(), context.getUser(), phone));
        context.getAuthenticationSession().setAuthNote(ASKED, "true");
        context.challenge(context.form().createForm(CODE_PAGE));
    }

    /** Wrong, too late and never sent look alike, and nothing is counted against the account: the code itself is. */
    private void check(AuthenticationFlowContext context, @Nullable String typed) {
        boolean right = phone(context)
                .map(phone -> desk.codes(context.getSession(), context.getAuthenticationSession())
                        .check(phone, typed))
                .filter(PhoneCodes.Check.RIGHT::equals)
                .isPresent();
        if (right && PhoneRecovery.hasAnother(context.getUser())) {
            PhoneRecovery.remember(context.getUser());
            proved(context);
            context.success();
            return;
        }
        if (right) {
            // The phone is the second factor of this account, so it cannot be the first as well.
            super.authenticate(context);
            return;
        }
        context.getEvent().clone().error(Errors.INVALID_USER_CREDENTIALS);
        Response again = context.form()
                .addError(new FormMessage(SmsForm.CODE, "oknoRecoveryCodeWrong"))
                .createForm(CODE_PAGE);
        context.challenge(again);
    }

    private boolean mayAsk(AuthenticationFlowContext context) {
        UserModel user = context.getUser();
        return desk.mayRecover(context.getSession(), user == null ? null : user.getId());
    }

    private static Optional<Phone> phone(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getUser()).flatMap(Phone::confirmedOf);
    }

    private static boolean isByLink(AuthenticationFlowContext context) {
        String token = context.getAuthenticationSession().getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID);
        return token != null
                && context.getUser() != null
                && token.equals(context.getUser().getId());
    }

    /** It is the owner: a lock is lifted, and with the new password the log-in begins anew. */
    private static void proved(AuthenticationFlowContext context) {
        context.getSession()
                .loginFailures()
                .removeUserLoginFailure(context.getRealm(), context.getUser().getId());
        context.getAuthenticationSession().setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
    }
}
