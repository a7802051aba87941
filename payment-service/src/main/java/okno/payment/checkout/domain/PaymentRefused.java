package okno.payment.checkout.domain;

import okno.platform.core.Problem;
import okno.platform.core.ProblemKind;

/** Why a payment is not begun, or a provider's word about it not believed. */
public sealed class PaymentRefused extends Problem {

    private PaymentRefused(ProblemKind kind, String code) {
        super(kind, code);
    }

    /** Another payment of one of the charges is open, for other charges besides. */
    public static final class ChargeHasOpenPayment extends PaymentRefused {
        public ChargeHasOpenPayment() {
            super(ProblemKind.CONFLICT, "charge_has_open_payment");
        }
    }

    /** The same payment is being opened at the provider at this moment by another request. */
    public static final class PaymentBeingOpened extends PaymentRefused {
        public PaymentBeingOpened() {
            super(ProblemKind.CONFLICT, "payment_being_opened");
        }
    }

    /** The provider speaks of another sum or session than was asked for. */
    public static final class VerdictDiffers extends PaymentRefused {
        public VerdictDiffers() {
            super(ProblemKind.INVALID, "verdict_differs");
        }
    }
}
