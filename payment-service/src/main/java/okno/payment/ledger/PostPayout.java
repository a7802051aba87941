package okno.payment.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okno.payment.ledger.persistence.Ledger;
import okno.platform.core.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books a refund that the treasury has paid: the payer is owed nothing any more, and what was captured for the duty is owed to
 * the budget again, which has paid in our place.
 */
@Service
public class PostPayout {

    private final Ledger ledger;

    PostPayout(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param payoutId names the transaction: a second posting of it fails */
    public record Command(UUID payoutId, UUID chargeId, Money amount, Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Command command) {
        Money owed = new Money(-command.amount().amount(), command.amount().currency());
        ledger.post(
                command.payoutId(),
                List.of(
                        new LedgerLine(PostRefund.REFUNDS, command.amount(), command.chargeId()),
                        new LedgerLine(PostCapture.TREASURY, owed, command.chargeId())),
                command.at());
    }
}
