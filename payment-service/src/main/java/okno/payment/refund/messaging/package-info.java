/** The events that refunds follow from. */
@NullMarked
package okno.payment.refund.messaging;

import org.jspecify.annotations.NullMarked;
