package okno.keycloak.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import okno.keycloak.limit.Allowance;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * One code at a time for one log-in. Of a code only a keyed hash is kept, in the authentication session and bound to the
 * phone it was sent to; the key is the realm's own and not kept there. A new code makes the one before worthless.
 */
final class PhoneCodes {

    private static final String HASH = "okno-sms-hash";
    private static final String CODE_ID = "okno-sms-code";
    private static final String SENT_AT = "okno-sms-sent";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SmsSettings settings;
    private final SmsGateway gateway;
    private final Allowance allowance;
    private final SecretKey key;
    private final AuthenticationSessionModel login;

    PhoneCodes(
            SmsSettings settings,
            SmsGateway gateway,
            Allowance allowance,
            SecretKey key,
            AuthenticationSessionModel login) {
        this.settings = settings;
        this.gateway = gateway;
        this.allowance = allowance;
        this.key = key;
        this.login = login;
    }

    enum Sending {
        SENT,
        /** A code that was sent just now can still be used. */
        TOO_SOON,
        /** To this phone, or from this address, in this hour. */
        TOO_MANY,
        UNAVAILABLE
    }

    enum Check {
        RIGHT,
        WRONG,
        /** Too late, guessed too often, used, or none was sent. */
        WORTHLESS
    }

    /** Sends a new code. */
    Sending send(Phone phone, String address, Function<String, String> text) {
        int now = Time.currentTime();
        if (live() && now - sentAt() < settings.resendAfter().toSeconds()) {
            return Sending.TOO_SOON;
        }
        // The address first: one that has had its share must not use up the phone's.
        if (!allowance.take("address." + mac(address), settings.perAddress(), HOUR)
                || !allowance.take("phone." + mac(phone.number()), settings.perPhone(), HOUR)) {
            return Sending.TOO_MANY;
        }
        String id = UUID.randomUUID().toString();
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        if (!gateway.send(id, phone, text.apply(code))) {
            return Sending.UNAVAILABLE;
        }
        login.setAuthNote(CODE_ID, id);
        login.setAuthNote(HASH, hash(id, phone, code));
        login.setAuthNote(SENT_AT, Integer.toString(now));
        return Sending.SENT;
    }

    /** Compares in a time that does not depend on where the first difference is; a right code is right once. */
    Check check(Phone phone, @Nullable String typed) {
        String id = login.getAuthNote(CODE_ID);
        String hash = login.getAuthNote(HASH);
        if (id == null || hash == null || !live() || !allowance.take("try." + id, settings.attempts(), HOUR)) {
            forget();
            return Check.WORTHLESS;
        }
        String code = typed == null ? "" : typed.strip();
        if (!MessageDigest.isEqual(hash.getBytes(UTF_8), hash(id, phone, code).getBytes(UTF_8))) {
            return Check.WRONG;
        }
        forget();
        return allowance.take("used." + id, 1, HOUR) ? Check.RIGHT : Check.WORTHLESS;
    }

    /** Whether a code was sent that is not too old. */
    boolean live() {
        return login.getAuthNote(HASH) != null
                && Time.currentTime() - sentAt() < settings.codeLife().toSeconds();
    }

    private void forget() {
        login.removeAuthNote(HASH);
        login.removeAuthNote(CODE_ID);
    }

    private int sentAt() {
        String at = login.getAuthNote(SENT_AT);
        return at == null ? 0 : Integer.parseInt(at);
    }

    private String hash(String id, Phone phone, String code) {
        return mac(id + "|" + phone.number() + "|" + code);
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
