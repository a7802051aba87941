package okno.keycloak.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import okno.keycloak.limit.Allowance;
import org.jspecify.annotations.Nullable;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.Theme;

/** What the authenticator and the required action have in common: the codes of a log-in, and the text of the message. */
final class CodeDesk {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
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

    /** Whether somebody may ask for a new password: so often from an address, and so often for an account. */
    boolean mayRecover(KeycloakSession session, @Nullable String accountId) {
        Allowance allowance = new Allowance(session.singleUseObjects());
        String address = session.getContext().getConnection().getRemoteAddr();
        return allowance.take("recovery.address." + address, settings.recoveriesPerAddress(), HOUR)
                && (accountId == null
                        || allowance.take("recovery.account." + accountId, settings.recoveriesPerAccount(), DAY));
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
