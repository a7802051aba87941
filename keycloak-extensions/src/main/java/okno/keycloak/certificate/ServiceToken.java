package okno.keycloak.certificate;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;

/** Keycloak's own access token for our services: it signs for itself what it would sign for any of their clients. */
final class ServiceToken {

    private static final String NAME = "keycloak";
    private static final int LIFE_SECONDS = 60;

    private ServiceToken() {}

    static String issue(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        AccessToken token = new AccessToken();
        token.id(KeycloakModelUtils.generateId());
        token.type("Bearer");
        token.issuer(Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        token.audience("okno-api");
        token.subject(NAME);
        token.issuedFor(NAME);
        token.issuedNow();
        token.exp((long) Time.currentTime() + LIFE_SECONDS);
        token.setRealmAccess(new AccessToken.Access().addRole("service"));
        return session.tokens().encode(token);
    }
}
