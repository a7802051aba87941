package okno.identity.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.UUID;
import okno.identity.session.events.SessionEndedV1;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells every service that a session is over; each refuses its tokens from then on. */
@Service
class SessionAnnouncement {

    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    SessionAnnouncement(Outbox outbox, Audit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void ended(Caller caller, UUID personId, String sessionId) {
        tell(personId, sessionId);
        audit.record(caller, entry(sessionId, caller.id()));
    }

    /** By order of a rule of ours. */
    @Transactional
    void ended(UUID personId, String sessionId) {
        tell(personId, sessionId);
        audit.record("identity-service", entry(sessionId, personId.toString()));
    }

    private void tell(UUID personId, String sessionId) {
        // Keycloak's session ids are not always UUIDs, aggregates are: the same session always gives the same one.
        UUID aggregate = UUID.nameUUIDFromBytes(("session:" + sessionId).getBytes(UTF_8));
        var event = new SessionEndedV1(sessionId, personId, clock.instant());
        outbox.append(new OutgoingEvent(SessionEndedV1.TOPIC, SessionEndedV1.TYPE, aggregate, 1, event));
    }

    private static AuditRecord entry(String sessionId, String personId) {
        return AuditRecord.done("session.ended", "session", sessionId, personId, "152-FZ art. 19");
    }
}
