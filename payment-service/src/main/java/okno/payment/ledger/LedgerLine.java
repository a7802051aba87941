package okno.payment.ledger;

import java.util.UUID;
import okno.platform.core.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ledger transaction.
 *
 * @param amount positive: debit, negative: credit; the lines of a transaction add up to zero
 */
public record LedgerLine(
        String account, Money amount, @Nullable UUID chargeId) {}
