package okno.keycloak.audit;

import okno.keycloak.audit.AdminEvents.Actor;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who called the administration API: a service by its client's name, anybody else by the account's id. */
final class Actors {

    private Actors() {}

    static Actor of(KeycloakSession session, AuthDetails details) {
        String id = details.getUserId();
        if (id == null) {
            return new Actor("keycloak", AuditRecorded.SYSTEM);
        }
        RealmModel realm =
                details.getRealmId() == null ? null : session.realms().getRealm(details.getRealmId());
        UserModel user = realm == null ? null : session.users().getUserById(realm, id);
        if (realm == null || user == null || user.getServiceAccountClientLink() == null) {
            return new Actor(id, AuditRecorded.PERSON);
        }
        ClientModel client = realm.getClientById(user.getServiceAccountClientLink());
        return new Actor(client == null ? id : client.getClientId(), AuditRecorded.SERVICE);
    }
}
