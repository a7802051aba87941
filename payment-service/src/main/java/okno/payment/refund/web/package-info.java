/** Refunds for the treasury, over REST. */
@NullMarked
package okno.payment.refund.web;

import org.jspecify.annotations.NullMarked;
