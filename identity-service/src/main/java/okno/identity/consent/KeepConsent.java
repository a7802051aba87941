package okno.identity.consent;

import java.time.Instant;
import java.util.Objects;
import okno.identity.consent.domain.Consent;
import okno.identity.consent.events.ConsentGivenV1;
import okno.identity.consent.events.ConsentWithdrawnV1;
import okno.identity.consent.persistence.Consents;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes consents, tells the others and the journal. */
@Component
class KeepConsent {

    static final String BASIS = "152-FZ art. 9";

    private final Consents consents;
    private final Outbox outbox;
    private final Audit audit;

    KeepConsent(Consents consents, Outbox outbox, Audit audit) {
        this.consents = consents;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    void asked(Caller caller, Consent consent, byte[] document) {
        consents.insert(consent, document);
        audit.record(caller, AuditRecord.done("consent.asked", "consent", consent.id(), caller.id(), BASIS));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void given(Caller caller, Consent given) {
        Instant at = Objects.requireNonNull(given.givenAt());
        consents.save(given);
        outbox.append(new OutgoingEvent(
                ConsentGivenV1.TOPIC,
                ConsentGivenV1.TYPE,
                given.id(),
                given.version(),
                ConsentGivenV1.from(given, at)));
        audit.record(caller, AuditRecord.done("consent.given", "consent", given.id(), caller.id(), BASIS));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void withdrawn(Caller caller, Consent withdrawn) {
        Instant at = Objects.requireNonNull(withdrawn.withdrawnAt());
        consents.save(withdrawn);
        outbox.append(new OutgoingEvent(
                ConsentWithdrawnV1.TOPIC,
                ConsentWithdrawnV1.TYPE,
                withdrawn.id(),
                withdrawn.version(),
                ConsentWithdrawnV1.from(withdrawn, at)));
        audit.record(
                caller,
                AuditRecord.done(
                        "consent.withdrawn",
                        "consent",
                        withdrawn.id(),
                        withdrawn.personId().toString(),
                        BASIS));
    }
}
