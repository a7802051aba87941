package okno.payment.refund;

import java.time.Clock;
import java.time.LocalDate;
import okno.payment.charge.HoldPaidCharge;
import okno.payment.refund.domain.Refund;
import okno.payment.refund.events.RefundPaidV1;
import okno.payment.refund.events.RefundStartedV1;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import okno.platform.core.Caller;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the world and the audit journal of a refund, in the transaction that started it or recorded its payout. */
@Component
class Announce {

    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Announce(Outbox outbox, Audit audit, Clock clock) {
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** It has been paid out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(Caller caller, Refund refund, HoldPaidCharge.Held charge, LocalDate paidOn) {
        outbox.append(RefundPaidV1.of(refund, charge, paidOn, clock.instant()));
        audit.record(
                caller,
                AuditRecord.done(
                        "refund.paid", "refund", refund.id(), charge.payer().personId(), "NK-RF-333.40"));
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
