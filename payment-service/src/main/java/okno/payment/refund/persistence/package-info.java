/** Refunds in the database. */
@NullMarked
package okno.payment.refund.persistence;

import org.jspecify.annotations.NullMarked;
