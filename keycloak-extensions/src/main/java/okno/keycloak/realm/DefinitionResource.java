package okno.keycloak.realm;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.keycloak.util.JsonSerialization;

/** Takes the definition of a realm that exists. */
public class DefinitionResource {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder events;

    DefinitionResource(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder events) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.events = events;
    }

    /**
     * Makes the realm what the definition says, all of it or nothing; the same definition again changes nothing.
     *
     * @param definition Keycloak's {@code RealmRepresentation} as JSON
     * @return {@code {"changed": true|false}}
     */
    @PUT
    @Path("/")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Boolean> put(String definition) {
        auth.realm().requireManageRealm();
        RealmRepresentation wanted = read(definition);
        if (!realm.getName().equals(wanted.getRealm())) {
            throw new BadRequestException("The definition is of another realm");
        }
        boolean changed = new ApplyDefinition(session, realm).apply(wanted, Digest.of(definition));
        if (changed) {
            events.operation(OperationType.UPDATE)
                    .resource(ResourceType.REALM)
                    .resourcePath("okno-definition")
                    .success();
        }
        return Map.of("changed", changed);
    }

    private static RealmRepresentation read(String definition) {
        try {
            return JsonSerialization.readValue(definition, RealmRepresentation.class);
        } catch (IOException e) {
            throw new BadRequestException("This is no definition of a realm", e);
        }
    }
}
