/** Charges over REST. */
@NullMarked
package okno.payment.charge.web;

import org.jspecify.annotations.NullMarked;
