package okno.payment.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okno.payment.ledger.persistence.Ledger;
import okno.platform.core.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books a captured payment: the provider owes us all of it, we owe each part to the budget or back to the payer. */
@Service
public class PostCapture {

    static final String TREASURY = "treasury";
    private static final String UNAPPLIED = "payer:unapplied";

    private final Ledger ledger;

    PostCapture(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Money that arrived.
     *
     * @param paymentId names the transaction: a second posting of it fails
     * @param provider code of the provider that holds the money
     */
    public record Command(UUID paymentId, String provider, List<Part> parts, Instant capturedAt) {}

    /** @param applied true: it paid the charge; false: the charge was closed before, the payer gets it back */
    public record Part(UUID chargeId, Money amount, boolean applied) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void handle(Command command) {
        Money total =
                command.parts().stream().map(Part::amount).reduce(Money::plus).orElseThrow();
        List<LedgerLine> lines = new ArrayList<>();
        lines.add(new LedgerLine("provider:" + command.provider(), total, null));
        for (Part part : command.parts()) {
            var owed = new Money(-part.amount().amount(), part.amount().currency());
            lines.add(new LedgerLine(part.applied() ? TREASURY : UNAPPLIED, owed, part.chargeId()));
        }
        ledger.post(command.paymentId(), lines, command.capturedAt());
    }
}
