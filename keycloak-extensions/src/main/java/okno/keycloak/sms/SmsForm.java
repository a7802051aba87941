package okno.keycloak.sms;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.utils.FormMessage;

/** The page that asks for the code; {@code theme-resources/templates/okno-sms-code.ftl}. */
final class SmsForm {

    static final String CODE = "code";

    private static final String PAGE = "okno-sms-code.ftl";
    private static final String RESEND = "resend";

    private SmsForm() {}

    static boolean asksForAnother(MultivaluedMap<String, String> form) {
        return form.containsKey(RESEND);
    }

    static Response show(LoginFormsProvider forms, Phone phone, PhoneCodes.Sending sending) {
        @Nullable
        String fault =
                switch (sending) {
                    case SENT -> null;
                    case TOO_SOON -> "oknoSmsTooSoon";
                    case TOO_MANY -> "oknoSmsTooMany";
                    case UNAVAILABLE -> "oknoSmsUnavailable";
                };
        return fault == null ? show(forms, phone) : refuse(forms, phone, fault);
    }

    static Response show(LoginFormsProvider forms, Phone phone) {
        return forms.setAttribute("phone", phone.masked()).createForm(PAGE);
    }

    static Response refuse(LoginFormsProvider forms, Phone phone, PhoneCodes.Check check) {
        return refuse(forms, phone, check == PhoneCodes.Check.WRONG ? "oknoSmsWrong" : "oknoSmsWorthless");
    }

    private static Response refuse(LoginFormsProvider forms, Phone phone, String fault) {
        return show(forms.addError(new FormMessage(CODE, fault)), phone);
    }
}
