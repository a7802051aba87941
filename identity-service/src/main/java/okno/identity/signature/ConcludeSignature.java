package okno.identity.signature;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.events.SignatureConfirmedV1;
import okno.identity.signature.persistence.SignatureFiles;
import okno.identity.signature.persistence.Signatures;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a try to sign ends, in the transaction of the use case: what is kept, who is told, what the journal says. */
@Service
class ConcludeSignature {

    private static final String BASIS = "63-FZ art. 5";

    private final Signatures signatures;
    private final SignatureFiles files;
    private final Outbox outbox;
    private final Audit audit;
    private final MeterRegistry meters;

    ConcludeSignature(Signatures signatures, SignatureFiles files, Outbox outbox, Audit audit, MeterRegistry meters) {
        this.signatures = signatures;
        this.files = files;
        this.outbox = outbox;
        this.audit = audit;
        this.meters = meters;
    }

    /** {@code detached}: the signature's file, kept with it; null: there is none, or it is inside the document. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(Caller caller, Signature confirmed, byte @Nullable [] detached) {
        signatures.save(confirmed);
        if (detached != null) {
            files.insert(confirmed.id(), detached);
        }
        outbox.append(new OutgoingEvent(
                SignatureConfirmedV1.TOPIC,
                SignatureConfirmedV1.TYPE,
                confirmed.id(),
                2,
                SignatureConfirmedV1.from(confirmed, Objects.requireNonNull(confirmed.confirmedAt()))));
        audit.record(caller, AuditRecord.done("signature.confirmed", "signature", confirmed.id(), caller.id(), BASIS));
        meters.counter("okno.signatures", "kind", confirmed.kind().name()).increment();
    }

    /** A wrong code or password; answers how many tries are left. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int missed(Caller caller, Signature signature) {
        Signature missed = signature.missed();
        signatures.save(missed);
        audit.record(caller, AuditRecord.refused("signature.confirmed", "signature", missed.id(), caller.id(), BASIS));
        return missed.attemptsLeft();
    }
}
