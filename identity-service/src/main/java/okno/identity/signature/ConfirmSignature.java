package okno.identity.signature;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import okno.identity.signature.domain.Signature;
import okno.identity.signature.domain.SignatureRefused;
import okno.identity.signature.events.SignatureConfirmedV1;
import okno.identity.signature.persistence.Signatures;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.core.Problem;
import okno.platform.messaging.Outbox;
import okno.platform.messaging.OutgoingEvent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person types the code: the right one makes the signature, a wrong one costs a try. */
@Service
public class ConfirmSignature {

    private static final String BASIS = "63-FZ art. 5";

    private final Signatures signatures;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ConfirmSignature(Signatures signatures, Outbox outbox, Audit audit, Clock clock) {
        this.signatures = signatures;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which signature, and what was typed. */
    public record Command(UUID signatureId, String code) {}

    /**
     * A refusal commits too: the try that it cost must not come back.
     *
     * @throws SignatureRefused {@code code_wrong}, {@code signature_expired} or {@code signature_already_confirmed}
     */
    @Transactional(noRollbackFor = SignatureRefused.class)
    public Signature handle(Caller caller, Command command) {
        Signature signature = signatures
                .lock(command.signatureId(), SignatureQueries.personOf(caller), caller.orgId())
                .orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        signature.requireConfirmable(now);
        if (!signatures.codeMatches(signature.id(), command.code())) {
            throw miss(caller, signature);
        }
        Signature confirmed = signature.confirmed(now);
        signatures.save(confirmed);
        outbox.append(new OutgoingEvent(
                SignatureConfirmedV1.TOPIC,
                SignatureConfirmedV1.TYPE,
                confirmed.id(),
                2,
                SignatureConfirmedV1.from(confirmed, now)));
        audit.record(caller, AuditRecord.done("signature.confirmed", "signature", confirmed.id(), caller.id(), BASIS));
        return confirmed;
    }

    private SignatureRefused miss(Caller caller, Signature signature) {
        Signature missed = signature.missed();
        signatures.save(missed);
        audit.record(caller, AuditRecord.refused("signature.confirmed", "signature", missed.id(), caller.id(), BASIS));
        return SignatureRefused.codeWrong(missed.attemptsLeft());
    }
}
