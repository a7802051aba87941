package okno.keycloak.login;

import java.util.List;
import java.util.stream.Stream;
import okno.keycloak.certificate.CertificateLogin;
import okno.keycloak.sms.PhoneCredential;
import okno.keycloak.sms.PhoneRecovery;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What counts as a second factor. */
final class Factors {

    private static final List<String> SECOND = Stream.concat(
                    Stream.of(PhoneCredential.TYPE), PhoneRecovery.OTHER_FACTORS.stream())
            .toList();

    private Factors() {}

    static boolean has(UserModel user) {
        return SECOND.stream().anyMatch(type -> user.credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .findAny()
                .isPresent());
    }

    static boolean usedCertificate(AuthenticationSessionModel login) {
        return AuthenticatorUtil.getAuthnCredentials(login).contains(CertificateLogin.CREDENTIAL);
    }

    static boolean usedPassword(AuthenticationSessionModel login) {
        return AuthenticatorUtil.getAuthnCredentials(login).contains(PasswordCredentialModel.TYPE);
    }

    /** A passkey is a device and what unlocks it, a certificate a key and its password: two factors each. */
    static boolean usedTwoInOne(AuthenticationSessionModel login) {
        return usedCertificate(login)
                || AuthenticatorUtil.getAuthnCredentials(login).contains(WebAuthnCredentialModel.TYPE_PASSWORDLESS);
    }
}
