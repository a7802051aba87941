package okno.keycloak.certificate;

import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The text to sign: good for five minutes, for one answer, in the log-in that it was made for. */
final class LoginText {

    private static final String TEXT = "okno-certificate-text";
    private static final String AT = "okno-certificate-at";
    private static final int LIFE_SECONDS = 300;
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private LoginText() {}

    /** A new one; the one before is worthless. Words that nobody could take for a document meant to be signed. */
    static String give(AuthenticationSessionModel login, URI here) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String text = "Okno: I log in at " + here + ". " + HexFormat.of().formatHex(random);
        login.setAuthNote(TEXT, text);
        login.setAuthNote(AT, Integer.toString(Time.currentTime()));
        return text;
    }

    /** The one that was given last, once; null when there is none or it is too old. */
    static @Nullable String take(AuthenticationSessionModel login) {
        String text = login.getAuthNote(TEXT);
        String at = login.getAuthNote(AT);
        login.removeAuthNote(TEXT);
        login.removeAuthNote(AT);
        return text == null || at == null || Time.currentTime() - Integer.parseInt(at) > LIFE_SECONDS ? null : text;
    }
}
