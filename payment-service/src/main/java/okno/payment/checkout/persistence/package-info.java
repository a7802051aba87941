/** SQL of payments. */
@NullMarked
package okno.payment.checkout.persistence;

import org.jspecify.annotations.NullMarked;
