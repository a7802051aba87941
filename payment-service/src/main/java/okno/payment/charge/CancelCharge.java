package okno.payment.charge;

import java.time.Clock;
import java.util.UUID;
import okno.payment.charge.domain.Charge;
import okno.payment.charge.domain.ChargeStatus;
import okno.payment.charge.persistence.Charges;
import okno.platform.audit.Audit;
import okno.platform.audit.AuditRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels the unpaid charge of an application that was withdrawn. Money that still comes for it is owed back. */
@Service
public class CancelCharge {

    private final Charges charges;
    private final Audit audit;
    private final Clock clock;

    CancelCharge(Charges charges, Audit audit, Clock clock) {
        this.charges = charges;
        this.audit = audit;
        this.clock = clock;
    }

    /** The application that needs no payment any more. */
    public record Command(UUID applicationId) {}

    /** Does nothing when there is no charge or it is closed. */
    @Transactional
    public void handle(Command command) {
        charges.lockByApplication(command.applicationId())
                .filter(charge -> charge.status().canBecome(ChargeStatus.CANCELLED))
                .ifPresent(this::cancel);
    }

    private void cancel(Charge charge) {
        charges.save(charge.cancelled(clock.instant()));
        audit.record(
                "payment-service",
                AuditRecord.done(
                        "charge.cancelled",
                        "charge",
                        charge.id(),
                        charge.payer().personId(),
                        "210-FZ"));
    }
}
