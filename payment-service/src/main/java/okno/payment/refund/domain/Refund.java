package okno.payment.refund.domain;

import java.time.Instant;
import java.util.UUID;
import okno.platform.core.Money;

/**
 * A duty that is owed back to its payer in full.
 *
 * @param paymentId the payment that had paid the charge
 */
public record Refund(
        UUID id, UUID chargeId, UUID paymentId, Money amount, Ground ground, Status status, Instant startedAt) {

    /** Why (Tax Code art. 333.40). */
    public enum Ground {
        /** The applicant gave up before the agency took the application in hand. */
        WITHDRAWN,
        /** Paid when nobody waited for it any more. */
        PAID_TOO_LATE
    }

    /** Where it stands. */
    public enum Status {
        /** Booked as the payer's; the treasury pays it out. */
        OWED,
        /** Paid out by the treasury. */
        PAID
    }

    public static Refund owed(UUID id, UUID chargeId, UUID paymentId, Money amount, Ground ground, Instant now) {
        return new Refund(id, chargeId, paymentId, amount, ground, Status.OWED, now);
    }
}
