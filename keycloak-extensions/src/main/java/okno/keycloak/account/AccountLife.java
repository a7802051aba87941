package okno.keycloak.account;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Set;
import okno.keycloak.rights.LentRights;
import okno.keycloak.sms.PhoneRecovery;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.ModelToRepresentation;
import org.keycloak.representations.idm.UserSessionRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.UserResource;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** An account from its opening to its end. Who may do this to whom is asked before. */
final class AccountLife {

    private static final List<String> LETTER = List.of("okno-confirm-phone", "UPDATE_PASSWORD");
    private static final List<String> AT_A_DESK = List.of("VERIFY_EMAIL", "okno-confirm-phone");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder adminEvent;

    AccountLife(
            KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.adminEvent = adminEvent;
    }

    Response open(NewAccount wanted) {
        if (!NewAccount.ATTRIBUTES.containsAll(wanted.attributes().keySet())) {
            return AccountChanges.refused(Response.Status.BAD_REQUEST, "foreign_attribute");
        }
        if (session.users().getUserByUsername(realm, wanted.username()) != null
                || session.users().getUserByEmail(realm, wanted.email()) != null) {
            return AccountChanges.refused(Response.Status.CONFLICT, "account_exists");
        }
        UserModel user;
        try {
            user = session.users().addUser(realm, wanted.username());
            user.setEmail(wanted.email());
        } catch (ModelDuplicateException sameMoment) {
            session.getTransactionManager().setRollbackOnly();
            return AccountChanges.refused(Response.Status.CONFLICT, "account_exists");
        }
        user.setEnabled(true);
        wanted.attributes().forEach(user::setSingleAttribute);
        user.setSingleAttribute("phoneConfirmed", "false");
        if (wanted.password() != null) {
            TemporaryPassword.set(user, wanted.password());
            AT_A_DESK.forEach(user::addRequiredAction);
        }
        URI place = session.getContext()
                .getUri()
                .getAbsolutePathBuilder()
                .path(user.getId())
                .build();
        adminEvent
                .operation(OperationType.CREATE)
                .resourcePath(session.getContext().getUri(), user.getId())
                .success();
        return Response.created(place).build();
    }

    Response end(UserModel user) {
        return new UserManager(session).removeUser(realm, user)
                ? done(OperationType.DELETE)
                : AccountChanges.refused(Response.Status.CONFLICT, "not_removed");
    }

    /** Keycloak's own letter. The right to send it is lent for this one call: the caller has none of its own. */
    Response sendLetter(UserModel user, int lifespan) {
        var lent = new LentRights(session, realm, auth, Set.of(AdminRoles.MANAGE_USERS));
        return new UserResource(session, user, lent, adminEvent).executeActionsEmail(null, null, lifespan, LETTER);
    }

    Response setTemporary(UserModel user, TemporaryPassword.Wish wish) {
        try {
            TemporaryPassword.set(user, wish);
        } catch (ModelException againstTheRules) {
            session.getTransactionManager().setRollbackOnly();
            return AccountChanges.refused(Response.Status.BAD_REQUEST, "password_rules");
        }
        // The officer has seen who it is: better than any phone.
        PhoneRecovery.forget(user);
        session.loginFailures().removeUserLoginFailure(realm, user.getId());
        return done(OperationType.ACTION);
    }

    Response removeTemporary(UserModel user) {
        if (!TemporaryPassword.isThere(user)) {
            return AccountChanges.refused(Response.Status.NOT_FOUND, "no_temporary_password");
        }
        TemporaryPassword.remove(user);
        return done(OperationType.ACTION);
    }

    List<UserSessionRepresentation> sessions(UserModel user) {
        return session.sessions()
                .getUserSessionsStream(realm, user)
                .map(ModelToRepresentation::toRepresentation)
                .toList();
    }

    Response endSession(UserModel user, String sessionId) {
        UserSessionModel found = session.sessions().getUserSession(realm, sessionId);
        if (found == null || !found.getUser().getId().equals(user.getId())) {
            return AccountChanges.refused(Response.Status.NOT_FOUND, "unknown_session");
        }
        AuthenticationManager.backchannelLogout(
                session,
                realm,
                found,
                session.getContext().getUri(),
                session.getContext().getConnection(),
                session.getContext().getRequestHeaders(),
                true);
        return done(OperationType.DELETE);
    }

    private Response done(OperationType operation) {
        adminEvent
                .operation(operation)
                .resourcePath(session.getContext().getUri())
                .success();
        return Response.noContent().build();
    }
}
