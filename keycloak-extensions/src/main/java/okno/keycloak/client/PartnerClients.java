package okno.keycloak.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import okno.keycloak.rights.Keeper;
import okno.keycloak.rights.LentRights;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ClientResource;
import org.keycloak.services.resources.admin.ClientsResource;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Writes clients of the registry. Keycloak's own {@code manage-clients} writes every client: the redirect addresses of the
 * portal's own, or a mapper that puts an administrator's role into a token, so whoever has it has the realm.
 */
public final class PartnerClients {

    private static final String ROLE = "client";
    private static final Set<String> LENT = Set.of(AdminRoles.MANAGE_CLIENTS);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    PartnerClients(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    /**
     * Makes the client what is handed in; its own account gets the role of a machine and no other.
     *
     * @param wanted Keycloak's {@code ClientRepresentation}, within {@link PartnerClientRules}
     * @return 201 or 204; 400 when Keycloak's client policies refuse it; 403 when it is no client of the registry
     */
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response write(@PathParam("id") String id, ClientRepresentation wanted) {
        requireKeeper();
        ClientModel known = known(id);
        if (!id.equals(wanted.getId()) || !PartnerClientRules.allow(wanted)) {
            throw new ForbiddenException("no_client_of_the_registry");
        }
        AdminPermissionEvaluator lent = new LentRights(session, realm, auth, LENT);
        Response done = known == null
                ? new ClientsResource(session, lent, adminEvent).createClient(wanted)
                : new ClientResource(realm, lent, known, session, adminEvent).update(wanted);
        asMachine(known(id));
        return done;
    }

    /** 204; 404 without it. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(@PathParam("id") String id) {
        requireKeeper();
        ClientModel known = known(id);
        if (known == null) {
            return Response.status(Response.Status.NOT_FOUND)
                    .type(MediaType.APPLICATION_JSON)
                    .entity(Map.of("error", "unknown_client"))
                    .build();
        }
        new ClientResource(realm, new LentRights(session, realm, auth, LENT), known, session, adminEvent)
                .deleteClient();
        return Response.noContent().build();
    }

    private void requireKeeper() {
        if (!Keeper.CLIENTS.is(realm, auth)) {
            auth.clients().requireManage();
        }
    }

    /** Null: there is none yet. A client that the registry did not make is not its to change. */
    private @Nullable ClientModel known(String id) {
        ClientModel known = realm.getClientById(id);
        if (known != null && !PartnerClientRules.isOfRegistry(known)) {
            throw new ForbiddenException("no_client_of_the_registry");
        }
        return known;
    }

    /** Its tokens say that they are a machine's, and not a person's as every new account's do. */
    private void asMachine(@Nullable ClientModel client) {
        UserModel account = client == null ? null : session.users().getServiceAccount(client);
        RoleModel machine = realm.getRole(ROLE);
        if (account != null && machine != null) {
            account.getRoleMappingsStream()
                    .filter(role -> !role.equals(machine))
                    .toList()
                    .forEach(account::deleteRoleMapping);
            account.grantRole(machine);
        }
    }
}
