package okno.keycloak.sms;

import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** The kind of credential {@value PhoneCredential#TYPE}. */
public final class PhoneCredentialFactory implements CredentialProviderFactory<PhoneCredential> {

    @Override
    public String getId() {
        return PhoneCredential.TYPE;
    }

    @Override
    public PhoneCredential create(KeycloakSession session) {
        return new PhoneCredential(session);
    }
}
