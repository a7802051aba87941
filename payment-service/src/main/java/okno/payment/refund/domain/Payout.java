package okno.payment.refund.domain;

import java.time.LocalDate;

/**
 * What the treasury says of a refund that it has paid.
 *
 * @param order number of its payment order
 * @param paidOn the day on which its account was charged
 */
public record Payout(String order, LocalDate paidOn) {}
