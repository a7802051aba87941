package okno.payment.refund.domain;

import org.jspecify.annotations.Nullable;

/**
 * A refund with the number of the charge it is of.
 *
 * @param payout null: not paid yet
 */
public record ChargeRefund(
        Refund refund, String uin, @Nullable Payout payout) {}
