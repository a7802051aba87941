package okno.keycloak.certificate;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks for a detached CMS over a text made for this one question. Nothing here can be guessed, so nothing is counted
 * against an account, and a lock does not keep the owner of a certificate out.
 */
public final class CertificateLogin implements Authenticator {

    /** What the log-in is said to have been done with. */
    public static final String CREDENTIAL = "okno-certificate";

    private static final String PAGE = "okno-certificate.ftl";
    private static final String SIGNATURE = "signature";

    private final Judge judge;

    CertificateLogin(Judge judge) {
        this.judge = judge;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        context.challenge(page(context, null));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String typed = context.getHttpRequest().getDecodedFormParameters().getFirst(SIGNATURE);
        String text = LoginText.take(context.getAuthenticationSession());
        if (text == null) {
            refuse(context, "late");
        } else if (typed == null || typed.isBlank()) {
            refuse(context, "missing");
        } else {
            conclude(context, judge.judge(context.getSession(), text, typed));
        }
    }

    private static void conclude(AuthenticationFlowContext context, Judge.Judgement judgement) {
        switch (judgement) {
            case Judge.Unknown unavailable -> context.challenge(page(context, "unavailable"));
            case Judge.Refused refused -> refuse(context, reason(refused.reasons()));
            case Judge.Holder holder -> enter(context, holder.personId());
        }
    }

    private static void enter(AuthenticationFlowContext context, String personId) {
        UserModel user = context.getSession().users().getUserById(context.getRealm(), personId);
        UserModel expected = context.getUser();
        if (user == null || !user.isEnabled()) {
            refuse(context, "person_unknown");
        } else if (expected != null && !expected.getId().equals(user.getId())) {
            refuse(context, "other_person");
        } else {
            context.setUser(user);
            context.getEvent().detail(Details.CREDENTIAL_TYPE, CREDENTIAL);
            context.success(CREDENTIAL);
        }
    }

    private static void refuse(AuthenticationFlowContext context, String reason) {
        context.getEvent().detail(Details.REASON, reason).error(Errors.INVALID_USER_CREDENTIALS);
        context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page(context, reason));
    }

    private static String reason(List<String> reasons) {
        return reasons.isEmpty() ? "unknown" : reasons.getFirst();
    }

    /** Every page has a text of its own: one that was answered, rightly or wrongly, is used up. */
    private static Response page(AuthenticationFlowContext context, @Nullable String fault) {
        var form = context.form()
                .setAttribute(
                        "text",
                        LoginText.give(
                                context.getAuthenticationSession(),
                                context.getUriInfo().getBaseUri()));
        if (fault != null) {
            form.addError(new FormMessage(SIGNATURE, "oknoCertificate." + fault));
        }
        return form.createForm(PAGE);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
