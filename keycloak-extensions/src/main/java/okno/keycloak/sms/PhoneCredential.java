package okno.keycloak.sms;

import java.util.List;
import org.keycloak.common.util.Time;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The confirmed phone as one of the account's credentials. It holds nothing: the number is the account's attribute. But
 * Keycloak offers as another way only what is a stored credential.
 */
public final class PhoneCredential implements CredentialProvider<CredentialModel> {

    public static final String TYPE = "okno-phone";

    private final KeycloakSession session;

    PhoneCredential(KeycloakSession session) {
        this.session = session;
    }

    /** Lets the credential be there exactly while the account has a phone whose codes count. */
    public static void follow(UserModel user) {
        boolean confirmed = Phone.factorOf(user).isPresent();
        List<CredentialModel> known =
                user.credentialManager().getStoredCredentialsByTypeStream(TYPE).toList();
        if (confirmed && known.isEmpty()) {
            CredentialModel credential = new CredentialModel();
            credential.setType(TYPE);
            credential.setCreatedDate(Time.currentTimeMillis());
            credential.setCredentialData("{}");
            credential.setSecretData("{}");
            user.credentialManager().createStoredCredential(credential);
        } else if (!confirmed) {
            known.forEach(one -> user.credentialManager().removeStoredCredentialById(one.getId()));
        }
    }

    @Override
    public String getType() {
        return TYPE;
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return CredentialTypeMetadata.builder()
                .type(TYPE)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("okno-sms-display-name")
                .helpText("okno-sms-help-text")
                .createAction(ConfirmPhone.ID)
                .removeable(false)
                .build(session);
    }
}
