package okno.identity.client;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.identity.client.domain.ClientApplication;
import okno.identity.client.domain.Owner;
import okno.identity.client.events.ClientStatusChangedV1;
import okno.identity.client.persistence.ClientApplications;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Component;

/** Saves a changed client together with its event and its entry in the journal, in the transaction of the use case. */
@Component
class ClientRecords {

    static final String BASIS = "149-FZ art. 14";

    private final ClientApplications clients;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ClientRecords(ClientApplications clients, Outbox outbox, Audit audit, Clock clock) {
        this.clients = clients;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** @throws Problem "not found" when it is not the caller's to change */
    ClientApplication lock(Caller caller, UUID id) {
        return clients.lock(id, Owner.of(caller)).orElseThrow(Problem::notFound);
    }

    void add(Caller caller, ClientApplication client) {
        clients.insert(client);
        announce(client);
        audit.record(caller, entry(client, "client.requested"));
    }

    /** A change of state: every service and the owner hear of it, Keycloak follows. */
    void save(Caller caller, ClientApplication client, String action) {
        clients.save(client, client.decidedBy() != null, now());
        announce(client);
        audit.record(caller, entry(client, action));
    }

    /** A change that nobody but the journal must hear of. */
    void saveQuietly(Caller caller, ClientApplication client, String action) {
        clients.save(client, false, now());
        audit.record(caller, entry(client, action));
    }

    void saveOfItself(ClientApplication client, String action) {
        clients.save(client, false, now());
        announce(client);
        audit.record("identity-service", entry(client, action));
    }

    /** Tells again what was told before. */
    void announce(ClientApplication client) {
        outbox.append(new OutgoingEvent(
                ClientStatusChangedV1.TOPIC,
                ClientStatusChangedV1.TYPE,
                client.id(),
                client.version(),
                ClientStatusChangedV1.from(client, now())));
    }

    private static AuditRecord entry(ClientApplication client, String action) {
        return AuditRecord.done(action, "client", client.clientId(), null, BASIS);
    }
}
