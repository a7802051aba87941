package okno.keycloak.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.device.DeviceActivityManager;
import org.keycloak.events.Event;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.account.DeviceRepresentation;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * Changes single attributes of an account. Keycloak's own {@code PUT /users/{id}} takes all of them and deletes those that
 * are left out, so whoever reads first and writes then takes back what was written between (a phone confirmed in that
 * moment). Here each attribute is a row of its own in Keycloak's transaction, and the others are not touched.
 */
public final class AccountChanges {

    /** What identity-service owns; anything else is nobody's business here. */
    private static final Set<String> OURS = Set.of("ial", "phone", "phoneConfirmed");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    AccountChanges(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    /**
     * What to change; what is left out stays.
     *
     * @param email verified by whoever asks for the change
     * @param requiredActions to be added to those that wait for the next log-in
     */
    public record Change(
            @Nullable Map<String, String> attributes,
            @Nullable String email,
            @Nullable List<String> requiredActions) {

        /** Never the values. */
        @Override
        public String toString() {
            return "Change";
        }
    }

    /** 204; 400 for an attribute that is not ours, 404 without such an account, 409 when the e-mail is another's. */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") String id, Change change) {
        auth.users().requireManage();
        UserModel user = session.users().getUserById(realm, id);
        if (user == null) {
            return refused(Response.Status.NOT_FOUND, "unknown_account");
        }
        auth.users().requireManage(user);
        Map<String, String> attributes = change.attributes() == null ? Map.of() : change.attributes();
        if (!OURS.containsAll(attributes.keySet())) {
            return refused(Response.Status.BAD_REQUEST, "foreign_attribute");
        }
        String email = change.email();
        if (email != null) {
            UserModel holder = session.users().getUserByEmail(realm, email);
            if (holder != null && !holder.getId().equals(id)) {
                return refused(Response.Status.CONFLICT, "email_taken");
            }
            user.setEmail(email);
            user.setEmailVerified(true);
        }
        attributes.forEach(user::setSingleAttribute);
        if (change.requiredActions() != null) {
            change.requiredActions().forEach(user::addRequiredAction);
        }
        adminEvent
                .operation(OperationType.UPDATE)
                .resourcePath(session.getContext().getUri())
                .success();
        return Response.noContent().build();
    }

    /**
     * From where and with what somebody tried to log in: an event that Keycloak's store keeps.
     *
     * @param event its id
     * @param at when it happened, milliseconds since 1970
     * @return 200; 404 when the store has it no more
     */
    @GET
    @Path("{id}/log-ins/{event}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response logIn(@PathParam("id") String id, @PathParam("event") String event, @QueryParam("at") long at) {
        auth.users().requireView();
        return session.getProvider(EventStoreProvider.class)
                .createQuery()
                .realm(realm.getId())
                .user(id)
                .fromDate(at)
                .toDate(at)
                .getResultStream()
                .filter(stored -> stored.getId().equals(event))
                .findFirst()
                .map(stored -> Response.ok(origin(stored)).build())
                .orElseGet(() -> refused(Response.Status.NOT_FOUND, "unknown_event"));
    }

    /** Keycloak makes a 500 of an answer without a content type. */
    private static Response refused(Response.Status status, String error) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("error", error))
                .build();
    }

    private LogInOrigin origin(Event stored) {
        String sid = stored.getSessionId();
        UserSessionModel userSession = sid == null ? null : session.sessions().getUserSession(realm, sid);
        DeviceRepresentation device = userSession == null ? null : DeviceActivityManager.getCurrentDevice(userSession);
        return new LogInOrigin(
                stored.getIpAddress(),
                sid,
                device == null ? null : device.getOs(),
                device == null ? null : device.getBrowser(),
                device == null ? null : device.getDevice());
    }

    /** @param os and the rest: null when nothing is known of the device */
    public record LogInOrigin(
            @Nullable String address,
            @Nullable String sessionId,
            @Nullable String os,
            @Nullable String browser,
            @Nullable String device) {

        /** Never the address. */
        @Override
        public String toString() {
            return "LogInOrigin";
        }
    }
}
