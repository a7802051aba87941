package okno.payment.provider;

import java.util.UUID;
import okno.platform.core.Money;

/**
 * A payment to be taken.
 *
 * @param description what the payer reads on the page; no personal data
 */
public record SessionRequest(UUID paymentId, Money amount, String description) {}
