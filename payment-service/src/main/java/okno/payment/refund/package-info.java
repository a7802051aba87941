/**
 * Duties that are owed back: {@link okno.payment.refund.StartRefund}. In: {@code okno.application.refund_due.v1}. Out:
 * {@code okno.refund.started.v1}, {@code okno.refund.paid.v1}. The treasury pays them out (Tax Code art. 333.40 p. 3), not the acquirer.
 */
@NullMarked
package okno.payment.refund;

import org.jspecify.annotations.NullMarked;
