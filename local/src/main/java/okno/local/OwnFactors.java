package okno.local;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's second factors beside the phone: set up at Keycloak as a browser does it, and logged in with. */
public final class OwnFactors {

    private static final Pattern APP_SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final Pattern GENERATED_AT = Pattern.compile("name=\"generatedAt\" value=\"([^\"]+)\"");
    private static final Pattern RECOVERY_CODES =
            Pattern.compile("name=\"generatedRecoveryAuthnCodes\" value=\"([^\"]+)\"");
    private static final String APP_FORM = "kc-otp-login-form";
    private static final String BY_APP = "Приложение-аутентификатор";
    private static final String BY_RECOVERY_CODE = "Резервный код";

    private final Logins logins;
    private final String user;
    private final String password;
    private final Totp app;
    private final List<String> recoveryCodes;

    private OwnFactors(Logins logins, String user, String password, Totp app, List<String> recoveryCodes) {
        this.logins = logins;
        this.user = user;
        this.password = password;
        this.app = app;
        this.recoveryCodes = recoveryCodes;
    }

    /**
     * Logs in with a code from an SMS, then sets up an authenticator app and recovery codes in the same browser.
     *
     * @param code the code that a person reads from the SMS
     */
    public static OwnFactors setUp(Logins logins, String user, String password, Supplier<String> code) {
        Logins.Attempt attempt = logins.begin("");
        attempt.form().submit(Map.of("username", user, "password", password));
        attempt.form().submit(Map.of("code", code.get()));
        logins.finish(attempt, null);

        Logins.Attempt making = logins.again(attempt, Map.of("kc_action", "CONFIGURE_TOTP"));
        var app = new Totp(found(APP_SECRET, making));
        making.form().submit(Map.of("totp", app.code(), "totpSecret", app.secret(), "userLabel", "app"));
        requireDone(making);

        making = logins.again(making, Map.of("kc_action", "CONFIGURE_RECOVERY_AUTHN_CODES"));
        String codes = found(RECOVERY_CODES, making);
        making.form()
                .submit(Map.of(
                        "generatedRecoveryAuthnCodes",
                        codes,
                        "generatedAt",
                        found(GENERATED_AT, making),
                        "userLabel",
                        "paper"));
        requireDone(making);
        return new OwnFactors(logins, user, password, app, List.of(codes.split(",")));
    }

    public Logins.Tokens loginWithApp() {
        Logins.Attempt attempt = passwordGiven();
        if (attempt.form().shown().filter(APP_FORM::equals).isEmpty()) {
            attempt.form().otherWay(BY_APP);
        }
        // Setting the app up has used the code of this moment.
        attempt.form().submit(Map.of("otp", app.code(1)));
        return logins.finish(attempt, null);
    }

    public Logins.Tokens loginWithRecoveryCode() {
        Logins.Attempt attempt = passwordGiven();
        attempt.form().otherWay(BY_RECOVERY_CODE);
        attempt.form().submit(Map.of("recoveryCodeInput", recoveryCodes.getFirst()));
        return logins.finish(attempt, null);
    }

    private Logins.Attempt passwordGiven() {
        Logins.Attempt attempt = logins.begin("");
        attempt.form().submit(Map.of("username", user, "password", password));
        return attempt;
    }

    private static String found(Pattern pattern, Logins.Attempt attempt) {
        Matcher matcher = pattern.matcher(attempt.form().html());
        if (!matcher.find()) {
            throw new IllegalStateException(
                    "The page does not show " + pattern + ": " + attempt.form().shown());
        }
        return matcher.group(1);
    }

    private static void requireDone(Logins.Attempt attempt) {
        String status = attempt.form().answer().get("kc_action_status");
        if (!"success".equals(status)) {
            throw new IllegalStateException("Keycloak answered " + status);
        }
    }
}
