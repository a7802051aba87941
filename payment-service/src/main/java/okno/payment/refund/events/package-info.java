/** What others are told of refunds. */
@NullMarked
package okno.payment.refund.events;

import org.jspecify.annotations.NullMarked;
