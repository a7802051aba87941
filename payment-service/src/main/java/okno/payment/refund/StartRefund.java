package okno.payment.refund;

import java.time.Clock;
import java.util.UUID;
import okno.payment.charge.HoldPaidCharge;
import okno.payment.checkout.PaymentQueries;
import okno.payment.ledger.PostRefund;
import okno.payment.refund.domain.Refund;
import okno.payment.refund.persistence.Refunds;
import okno.platform.core.Ids;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Owes a paid duty back to its payer: the refund, the ledger, the event and the audit entry in one transaction. */
@Service
public class StartRefund {

    private final HoldPaidCharge holdPaidCharge;
    private final PaymentQueries payments;
    private final Refunds refunds;
    private final PostRefund postRefund;
    private final Announce announce;
    private final Clock clock;

    StartRefund(
            HoldPaidCharge holdPaidCharge,
            PaymentQueries payments,
            Refunds refunds,
            PostRefund postRefund,
            Announce announce,
            Clock clock) {
        this.holdPaidCharge = holdPaidCharge;
        this.payments = payments;
        this.refunds = refunds;
        this.postRefund = postRefund;
        this.announce = announce;
        this.clock = clock;
    }

    /** The application whose duty is due back, and why. */
    public record Command(UUID applicationId, Refund.Ground ground) {}

    /**
     * Does nothing when the charge has its refund already. As much is owed as was paid, whatever the application believes.
     *
     * @throws Problem not found when no payment has paid a charge of the application
     */
    @Transactional
    public void handle(Command command) {
        HoldPaidCharge.Held charge = holdPaidCharge.handle(new HoldPaidCharge.Command(command.applicationId()));
        UUID paymentId = payments.paidBy(charge.id()).orElseThrow(Problem::notFound);
        Refund refund =
                Refund.owed(Ids.next(), charge.id(), paymentId, charge.amount(), command.ground(), clock.instant());
        if (refunds.insert(refund)) {
            postRefund.handle(new PostRefund.Command(refund.id(), charge.id(), refund.amount(), refund.startedAt()));
            announce.handle(refund, charge);
        }
    }
}
