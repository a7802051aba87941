package okno.payment.checkout.domain;

import java.util.EnumSet;
import java.util.Set;

/** Life of a payment. */
public enum PaymentStatus {
    /** Saved here; the provider may or may not know of it yet. */
    CREATED,
    /** The provider waits for the person on its page. */
    PENDING,
    /** The money was taken: final, and stronger than anything said before. */
    SUCCEEDED,
    /** The provider or the bank refused. */
    DECLINED,
    /** The person did not pay in time. */
    EXPIRED;

    /** Where it may go from here. A late success wins over a refusal: money that was taken is never denied. */
    public Set<PaymentStatus> next() {
        return switch (this) {
            case CREATED -> EnumSet.of(PENDING, SUCCEEDED, DECLINED, EXPIRED);
            case PENDING -> EnumSet.of(SUCCEEDED, DECLINED, EXPIRED);
            case DECLINED, EXPIRED -> EnumSet.of(SUCCEEDED);
            case SUCCEEDED -> EnumSet.noneOf(PaymentStatus.class);
        };
    }

    public boolean canBecome(PaymentStatus next) {
        return next().contains(next);
    }

    /** True while its charges can be paid by no other payment. */
    public boolean open() {
        return this == CREATED || this == PENDING;
    }
}
