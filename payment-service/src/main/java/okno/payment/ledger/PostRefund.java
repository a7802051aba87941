package okno.payment.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.payment.ledger.persistence.Ledger;
import okno.platform.core.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books a duty that is due back: what was owed to the budget is owed to the payer. */
@Service
public class PostRefund {

    static final String REFUNDS = "payer:refunds";

    private final Ledger ledger;

    PostRefund(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param refundId names the transaction: a second posting of it fails */
    public record Command(UUID refundId, UUID chargeId, Money amount, Instant startedAt) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Command command) {
        Money owed = new Money(-command.amount().amount(), command.amount().currency());
        ledger.post(
                command.refundId(),
                List.of(
                        new LedgerLine(PostCapture.TREASURY, command.amount(), command.chargeId()),
                        new LedgerLine(REFUNDS, owed, command.chargeId())),
                command.startedAt());
    }
}
