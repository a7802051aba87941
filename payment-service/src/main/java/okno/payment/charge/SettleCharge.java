package okno.payment.charge;

import java.time.Instant;
import java.util.UUID;
import okno.payment.charge.domain.Charge;
import okno.payment.charge.domain.ChargeStatus;
import okno.payment.charge.events.ChargePaidV1;
import okno.payment.charge.events.ChargeTopic;
import okno.payment.charge.persistence.Charges;
import okno.platform.messaging.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes a charge as paid within the transaction that captures its payment, and tells the world once. */
@Service
public class SettleCharge {

    private final Charges charges;
    private final Outbox outbox;

    SettleCharge(Charges charges, Outbox outbox) {
        this.charges = charges;
        this.outbox = outbox;
    }

    /** The charge, and the captured payment that covers it in full. */
    public record Command(UUID chargeId, UUID paymentId, Instant paidAt) {}

    /** True when this payment paid the charge; false when it was closed before, so that the money is owed back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean handle(Command command) {
        Charge charge = charges.lock(command.chargeId());
        if (!charge.status().canBecome(ChargeStatus.PAID)) {
            return false;
        }
        Charge paid = charge.paid(command.paidAt());
        charges.save(paid);
        outbox.append(ChargeTopic.event(
                ChargePaidV1.TYPE, paid, ChargePaidV1.from(paid, command.paymentId(), command.paidAt())));
        return true;
    }
}
