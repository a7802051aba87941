package okno.payment.refund;

import okno.payment.charge.HoldPaidCharge;
import okno.payment.refund.domain.Refund;
import okno.payment.refund.events.RefundStartedV1;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the world and the audit journal of a refund, in the transaction that started it. */
@Component
class Announce {

    private final Outbox outbox;
    private final Audit audit;

    Announce(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Refund refund, HoldPaidCharge.Held charge) {
        outbox.append(RefundStartedV1.of(refund, charge));
        audit.record(
                "payment-service",
                AuditRecord.done(
                        "refund.started", "refund", refund.id(), charge.payer().personId(), "NK-RF-333.40"));
    }
}
