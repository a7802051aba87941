package okno.keycloak.sms;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import okno.keycloak.audit.AccountNews;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks for a phone, unless the account was registered with one, then for the code sent to it; from then on it is the account's confirmed phone. A client can ask for
 * it with {@code kc_action=okno-confirm-phone}.
 */
public final class ConfirmPhone implements RequiredActionProvider {

    public static final String ID = "okno-confirm-phone";

    private static final String PAGE = "okno-sms-phone.ftl";
    private static final String PHONE = "phone";
    /** The phone that was typed and is not confirmed yet. */
    private static final String TYPED = "okno-sms-phone";

    private final CodeDesk desk;

    ConfirmPhone(CodeDesk desk) {
        this.desk = desk;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        // Asked for by the flow, by identity-service or by the client only.
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        Phone waiting = Phone.waitingOf(context.getUser()).orElse(null);
        if (waiting == null) {
            context.challenge(asking(context, null));
        } else if (desk.codes(context.getSession(), context.getAuthenticationSession())
                .live()) {
            // A page that is loaded again sends nothing again.
            context.challenge(SmsForm.show(context.form(), waiting));
        } else {
            context.challenge(send(context, waiting));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        String waiting = context.getAuthenticationSession().getAuthNote(TYPED);
        String typed = form.getFirst(PHONE);
        // A phone that was registered with is confirmed as it is; another one is a change of the profile.
        if (typed != null && Phone.waitingOf(context.getUser()).isEmpty()) {
            Optional<Phone> phone = Phone.typed(typed);
            context.challenge(phone.isPresent() ? send(context, phone.get()) : asking(context, "oknoPhoneInvalid"));
        } else if (waiting == null) {
            requiredActionChallenge(context);
        } else if (SmsForm.asksForAnother(form)) {
            context.challenge(send(context, new Phone(waiting)));
        } else {
            check(context, new Phone(waiting), form.getFirst(SmsForm.CODE));
        }
    }

    private Response send(RequiredActionContext context, Phone phone) {
        context.getAuthenticationSession().setAuthNote(TYPED, phone.number());
        var sending = desk.send(context.getSession(), context.getAuthenticationSession(), context.getUser(), phone);
        return SmsForm.show(context.form(), phone, sending);
    }

    private void check(RequiredActionContext context, Phone phone, @Nullable String code) {
        var codes = desk.codes(context.getSession(), context.getAuthenticationSession());
        PhoneCodes.Check check = codes.check(phone, code);
        var event = context.getEvent()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, OTPCredentialModel.TYPE);
        if (check == PhoneCodes.Check.RIGHT) {
            context.getAuthenticationSession().removeAuthNote(TYPED);
            phone.confirm(context.getUser());
            PhoneCredential.follow(context.getUser());
            context.success();
            event.detail(AccountNews.CONFIRMED, AccountNews.PHONE).success();
        } else {
            event.error(Errors.INVALID_USER_CREDENTIALS);
            context.challenge(SmsForm.refuse(context.form(), phone, check));
        }
    }

    private static Response asking(RequiredActionContext context, @Nullable String fault) {
        if (fault != null) {
            context.form().addError(new FormMessage(PHONE, fault));
        }
        return context.form().createForm(PAGE);
    }

    @Override
    public void close() {}
}
