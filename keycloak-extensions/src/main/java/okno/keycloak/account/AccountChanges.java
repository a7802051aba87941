package okno.keycloak.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    /** What may be changed of those who work at the portal, too: none of it helps anybody in. */
    private static final Set<String> HARMLESS = Set.of("ial");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AccountRights rights;
    private final AccountLife life;
    private final AdminEventBuilder adminEvent;

    AccountChanges(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.rights = new AccountRights(realm, auth);
        this.life = new AccountLife(session, realm, auth, adminEvent);
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

    /**
     * Opens an account that nobody can log in to before its e-mail and its phone are confirmed.
     *
     * @return 201 with {@code Location}; 409 when name or e-mail are taken
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response open(NewAccount account) {
        rights.require();
        return life.open(account);
    }

    /** The account with exactly this name, or none. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<AccountState> named(@QueryParam("username") String username) {
        rights.require();
        UserModel user = session.users().getUserByUsername(realm, username);
        return user == null ? List.of() : List.of(AccountState.of(user));
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response state(@PathParam("id") String id) {
        rights.require();
        return known(id, user -> Response.ok(AccountState.of(user)).build());
    }

    /** Ends an account; 403 for those who work at the portal: their roles are taken away first. */
    @DELETE
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response end(@PathParam("id") String id) {
        return person(id, life::end);
    }

    /** Sends the letter that asks to confirm the phone and to choose a password; its link is good for so many seconds. */
    @PUT
    @Path("{id}/letter")
    @Produces(MediaType.APPLICATION_JSON)
    public Response letter(@PathParam("id") String id, @QueryParam("lifespan") int lifespan) {
        return person(id, user -> life.sendLetter(user, lifespan));
    }

    /** A password that must be changed at the next log-in, good for so long and no longer; lifts a lock. */
    @PUT
    @Path("{id}/temporary-password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response temporary(@PathParam("id") String id, TemporaryPassword.Wish wish) {
        return person(id, user -> life.setTemporary(user, wish));
    }

    /** Takes a temporary password away; 404 when it has been changed. */
    @DELETE
    @Path("{id}/temporary-password")
    @Produces(MediaType.APPLICATION_JSON)
    public Response removeTemporary(@PathParam("id") String id) {
        return person(id, life::removeTemporary);
    }

    @GET
    @Path("{id}/sessions")
    @Produces(MediaType.APPLICATION_JSON)
    public Response sessions(@PathParam("id") String id) {
        rights.require();
        return known(id, user -> Response.ok(life.sessions(user)).build());
    }

    /** Ends one session of the account; 404 when it has none of this id. */
    @DELETE
    @Path("{id}/sessions/{session}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response endSession(@PathParam("id") String id, @PathParam("session") String sessionId) {
        rights.require();
        return known(id, user -> life.endSession(user, sessionId));
    }

    /**
     * 204; 400 for an attribute that is not ours, 403 for e-mail and phone of those who work at the portal, 404 without
     * such an account, 409 when the e-mail is another's.
     */
    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") String id, Change change) {
        rights.require();
        return known(id, user -> change(user, change));
    }

    private Response change(UserModel user, Change change) {
        Map<String, String> attributes = change.attributes() == null ? Map.of() : change.attributes();
        if (!OURS.containsAll(attributes.keySet())) {
            return refused(Response.Status.BAD_REQUEST, "foreign_attribute");
        }
        String email = change.email();
        if (email != null || !isHarmless(attributes)) {
            rights.requirePerson(user);
        }
        if (email != null) {
            UserModel holder = session.users().getUserByEmail(realm, email);
            if (holder != null && !holder.getId().equals(user.getId())) {
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
        rights.require();
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

    private Response known(String id, Function<UserModel, Response> answer) {
        UserModel user = session.users().getUserById(realm, id);
        return user == null ? refused(Response.Status.NOT_FOUND, "unknown_account") : answer.apply(user);
    }

    /** What would let somebody in, or keep somebody out for good, is not done to those who work at the portal. */
    private Response person(String id, Function<UserModel, Response> answer) {
        rights.require();
        return known(id, user -> {
            rights.requirePerson(user);
            return answer.apply(user);
        });
    }

    /** To take a phone for unconfirmed again has its owner asked for a code: more, not less. */
    private static boolean isHarmless(Map<String, String> attributes) {
        return attributes.entrySet().stream()
                .allMatch(one -> HARMLESS.contains(one.getKey())
                        || one.getKey().equals("phoneConfirmed")
                                && one.getValue().equals("false"));
    }

    /** Keycloak makes a 500 of an answer without a content type. */
    static Response refused(Response.Status status, String error) {
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
                device == null ? null : device.getDevice(),
                LogInCountry.in(userSession));
    }

    /**
     * @param os and the next two: null when nothing is known of the device
     * @param country ISO 3166-1 alpha-2, as a trusted proxy said; null when none did
     */
    public record LogInOrigin(
            @Nullable String address,
            @Nullable String sessionId,
            @Nullable String os,
            @Nullable String browser,
            @Nullable String device,
            @Nullable String country) {

        /** Never the address. */
        @Override
        public String toString() {
            return "LogInOrigin";
        }
    }
}
