package okno.payment.charge;

import java.util.Optional;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.charge.domain.Charge;
import okno.payment.charge.domain.ChargeStatus;
import okno.payment.charge.persistence.Charges;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import okno.platform.core.number.Uin;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the paid charge of an application as it is until the end of the caller's transaction, for its refund. */
@Service
public class HoldPaidCharge {

    private final Charges charges;

    HoldPaidCharge(Charges charges) {
        this.charges = charges;
    }

    /** The application whose duty is due back. */
    public record Command(UUID applicationId) {}

    /** @param version what an event about the charge is to bear: later than whatever was said before */
    public record Held(UUID id, Uin uin, UUID applicationId, Payer payer, Money amount, long version) {}

    /** @throws Problem not found when the application has no charge that is paid */
    @Transactional(propagation = Propagation.MANDATORY)
    public Held handle(Command command) {
        return held(charges.lockByApplication(command.applicationId()));
    }

    /** @throws Problem not found when there is no charge of this number that is paid */
    @Transactional(propagation = Propagation.MANDATORY)
    public Held byNumber(Uin uin) {
        return held(charges.lockByUin(uin.value()));
    }

    private static Held held(Optional<Charge> locked) {
        Charge charge =
                locked.filter(found -> found.status() == ChargeStatus.PAID).orElseThrow(Problem::notFound);
        return new Held(
                charge.id(),
                charge.uin(),
                charge.applicationId(),
                charge.payer(),
                charge.amount(),
                charge.version() + 1);
    }
}
