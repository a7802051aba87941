package okno.keycloak.sms;

import java.util.List;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * A password that was chosen with the phone alone. Until its owner has shown it together with another factor, the same phone
 * is no second one: a stolen SIM card would be both. Two codes by two ways, or one and a factor that was there before, is
 * what NIST SP 800-63B-4, 4.2 asks for when two factors were lost.
 */
public final class PhoneRecovery {

    /** What a person may have besides the phone. */
    public static final List<String> OTHER_FACTORS = List.of(
            OTPCredentialModel.TYPE,
            WebAuthnCredentialModel.TYPE_TWOFACTOR,
            WebAuthnCredentialModel.TYPE_PASSWORDLESS,
            RecoveryAuthnCodesCredentialModel.TYPE);

    /** Outside the user profile of the realm, so that administrators alone see and write it. */
    private static final String MARK = "recoveredByPhone";

    private PhoneRecovery() {}

    static boolean hasAnother(UserModel user) {
        return OTHER_FACTORS.stream().anyMatch(type -> user.credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .findAny()
                .isPresent());
    }

    static void remember(UserModel user) {
        user.setSingleAttribute(MARK, "true");
    }

    public static boolean isRemembered(UserModel user) {
        return Boolean.parseBoolean(user.getFirstAttribute(MARK));
    }

    /** It was the owner: another factor, the mailbox or an officer has said so. */
    public static void forget(UserModel user) {
        if (isRemembered(user)) {
            user.removeAttribute(MARK);
        }
    }
}
