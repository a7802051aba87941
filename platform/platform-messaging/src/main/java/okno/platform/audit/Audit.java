package okno.platform.audit;

import java.util.UUID;
import okno.platform.core.Caller;
import okno.platform.core.Ids;
import okno.platform.core.Trace;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** Sends audit entries to the journal of identity-service through the outbox of the current transaction. */
public class Audit {

    public static final String TOPIC = "okno.platform.audit.v1";
    public static final String TYPE = "okno.audit.recorded.v1";

    private final Outbox outbox;

    Audit(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Records what the caller did; for a principal, the power of attorney is part of the ground. */
    public void record(Caller caller, AuditRecord entry) {
        Caller.Principal principal = caller.principal();
        append(
                caller.id(),
                caller.kind().name(),
                caller.orgId(),
                principal == null ? entry : entry.under(principal.powerOfAttorneyId()));
    }

    /** Records what the system did of itself: an expiry, a decision by rule, an effect of an event. */
    public void record(String component, AuditRecord entry) {
        append(component, "SYSTEM", null, entry);
    }

    private void append(String actorId, String actorKind, @Nullable UUID orgId, AuditRecord entry) {
        Trace trace = Trace.current();
        var data = new AuditRecordedV1(
                actorId,
                actorKind,
                orgId,
                entry.action(),
                entry.objectType(),
                entry.objectId(),
                entry.personId(),
                entry.basis(),
                entry.result().name(),
                trace == null ? null : trace.traceId());
        // Every entry is an aggregate of its own: entries need no order among themselves, the journal gives it.
        outbox.append(new OutgoingEvent(TOPIC, TYPE, Ids.next(), 1, data));
    }
}
