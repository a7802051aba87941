package okno.keycloak.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.Theme;

/** What the authenticator and the required action have in common: the codes of a log-in, and the text of the message. */
final class CodeDesk {

    private static final String TEXT = "oknoSmsText";

    private final SmsSettings settings;
    private final SmsGateway gateway;

    CodeDesk(SmsSettings settings) {
        this.settings = settings;
        this.gateway = new SmsGateway(settings.gateway());
    }

    PhoneCodes codes(KeycloakSession session, AuthenticationSessionModel login) {
        var key = session.keys().getActiveKey(login.getRealm(), KeyUse.SIG, Algorithm.HS512);
        return new PhoneCodes(settings, gateway, new Allowance(session.singleUseObjects()), key.getSecretKey(), login);
    }

    /** Sends a code to the phone, in the person's language. */
    PhoneCodes.Sending send(KeycloakSession session, AuthenticationSessionModel login, UserModel user, Phone phone) {
        String address = session.getContext().getConnection().getRemoteAddr();
        String pattern = pattern(session, user);
        return codes(session, login)
                .send(
                        phone,
                        address,
                        code -> MessageFormat.format(
                                pattern, code, Long.toString(settings.codeLife().toMinutes())));
    }

    private static String pattern(KeycloakSession session, UserModel user) {
        Locale locale = session.getContext().resolveLocale(user);
        try {
            return session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getMessages(locale)
                    .getProperty(TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
