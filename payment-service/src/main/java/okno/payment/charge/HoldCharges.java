package okno.payment.charge;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import okno.payment.Payer;
import okno.payment.charge.domain.Charge;
import okno.payment.charge.domain.ChargeNotDue;
import okno.payment.charge.domain.ChargeStatus;
import okno.payment.charge.persistence.Charges;
import okno.platform.core.Money;
import okno.platform.core.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps charges as they are until the end of the caller's transaction, so that a payment for them can be made. */
@Service
public class HoldCharges {

    private final Charges charges;

    HoldCharges(Charges charges) {
        this.charges = charges;
    }

    /** Charges by UIN, of one payer. */
    public record Command(List<String> uins, Payer payer) {}

    /** A charge that is due and held. */
    public record Held(UUID chargeId, Money amount) {}

    /**
     * Locks the charges and returns them in the order of their ids, the order in which all lock them.
     *
     * @throws Problem not found when one is missing or another's
     * @throws ChargeNotDue when one is paid or cancelled
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Held> handle(Command command) {
        List<String> uins = command.uins().stream().distinct().toList();
        List<Charge> found = charges.lock(uins, command.payer());
        if (found.size() < uins.size()) {
            throw Problem.notFound();
        }
        if (found.stream().anyMatch(charge -> charge.status() != ChargeStatus.DUE)) {
            throw new ChargeNotDue();
        }
        return found.stream()
                .sorted(Comparator.comparing(Charge::id))
                .map(charge -> new Held(charge.id(), charge.amount()))
                .toList();
    }
}
