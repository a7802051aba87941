package okno.identity.recovery;

import java.time.Clock;
import java.util.UUID;
import okno.identity.recovery.events.PasswordResetV1;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Journals what an officer did, and has the person told. */
@Service
class RecordReset {

    private static final String BASIS = "152-FZ art. 19";
    private static final String ACTION = "password.reset_by_officer";

    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    RecordReset(Outbox outbox, Audit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void done(Caller officer, UUID personId) {
        audit.record(officer, AuditRecord.done(ACTION, "account", personId, personId.toString(), BASIS));
        outbox.append(new OutgoingEvent(
                PasswordResetV1.TOPIC,
                PasswordResetV1.TYPE,
                personId,
                clock.millis(),
                new PasswordResetV1(personId, clock.instant())));
    }

    /** Of whom it was, nothing is known. */
    @Transactional
    Problem refused(Caller officer) {
        audit.record(officer, AuditRecord.refused(ACTION, "account", "unknown", null, BASIS));
        return new Problem(ProblemKind.CONFLICT, "recovery_refused");
    }
}
