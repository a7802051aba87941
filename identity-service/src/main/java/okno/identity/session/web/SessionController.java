package okno.identity.session.web;

import java.util.Objects;
import okno.identity.session.EndSession;
import okno.identity.session.LoginSession;
import okno.identity.session.SessionQueries;
import okno.platform.core.Caller;
import okno.platform.web.KeysetPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's log-in sessions. */
@RestController
@RequestMapping("/api/v1/me/sessions")
@PreAuthorize("denyAll()")
class SessionController {

    private final SessionQueries queries;
    private final EndSession endSession;

    SessionController(SessionQueries queries, EndSession endSession) {
        this.queries = queries;
        this.endSession = endSession;
    }

    /** All of them on one page: a person has few. */
    @GetMapping
    @PreAuthorize("hasAuthority('person')")
    KeysetPage<SessionResponse> sessions(Caller caller) {
        var sessions = queries.sessions(caller).stream()
                .map(session -> response(session, caller))
                .toList();
        return new KeysetPage<>(sessions, null);
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAuthority('person')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable String id) {
        endSession.handle(caller, new EndSession.Command(id));
    }

    private static SessionResponse response(LoginSession session, Caller caller) {
        return new SessionResponse(
                session.id(),
                Objects.equals(session.id(), caller.sessionId()),
                session.address(),
                session.startedAt(),
                session.lastUsedAt(),
                session.clients());
    }
}
