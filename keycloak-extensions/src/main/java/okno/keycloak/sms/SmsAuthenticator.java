package okno.keycloak.sms;

import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Asks for the code sent to the person's confirmed phone. A wrong code counts as a wrong TOTP does, so the third locks
 * the account for as long as the realm says; a locked account is sent nothing.
 */
final class SmsAuthenticator implements Authenticator, CredentialValidator<PhoneCredential> {

    private final CodeDesk desk;

    SmsAuthenticator(CodeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Phone phone = Phone.factorOf(context.getUser()).orElse(null);
        if (phone == null) {
            context.attempted();
            return;
        }
        if (locked(context, phone)) {
            return;
        }
        // A page that is loaded again sends nothing again.
        if (desk.codes(context.getSession(), context.getAuthenticationSession()).live()) {
            context.challenge(SmsForm.show(context.form(), phone));
            return;
        }
        send(context, phone);
    }

    private void send(AuthenticationFlowContext context, Phone phone) {
        var sending = desk.send(context.getSession(), context.getAuthenticationSession(), context.getUser(), phone);
        context.challenge(SmsForm.show(context.form(), phone, sending));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Phone phone = Phone.factorOf(context.getUser()).orElse(null);
        if (phone == null) {
            context.attempted();
            return;
        }
        if (locked(context, phone)) {
            return;
        }
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (SmsForm.asksForAnother(form)) {
            send(context, phone);
            return;
        }
        var codes = desk.codes(context.getSession(), context.getAuthenticationSession());
        PhoneCodes.Check check = codes.check(phone, form.getFirst(SmsForm.CODE));
        if (check == PhoneCodes.Check.RIGHT) {
            context.success(OTPCredentialModel.TYPE);
            return;
        }
        context.getEvent().user(context.getUser()).error(Errors.INVALID_USER_CREDENTIALS);
        context.failureChallenge(
                AuthenticationFlowError.INVALID_CREDENTIALS, SmsForm.refuse(context.form(), phone, check));
    }

    /** A lock is answered as a wrong code is: whoever guesses learns nothing. */
    private static boolean locked(AuthenticationFlowContext context, Phone phone) {
        String error = AuthenticatorUtils.getDisabledByBruteForceEventError(context, context.getUser());
        if (error == null) {
            return false;
        }
        context.getEvent().user(context.getUser()).error(error);
        // Not a failure: attempts during a lock must not make it longer.
        context.forceChallenge(SmsForm.refuse(context.form(), phone, PhoneCodes.Check.WRONG));
        return true;
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public PhoneCredential getCredentialProvider(KeycloakSession session) {
        return new PhoneCredential(session);
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return Phone.factorOf(user).isPresent();
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Who has no factor at all is sent to confirm a phone by the flow.
    }

    @Override
    public void close() {}
}
