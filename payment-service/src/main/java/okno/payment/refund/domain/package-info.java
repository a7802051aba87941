/** A refund and why it is owed. */
@NullMarked
package okno.payment.refund.domain;

import org.jspecify.annotations.NullMarked;
