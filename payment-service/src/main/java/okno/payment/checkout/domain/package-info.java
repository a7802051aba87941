/** A payment and its states. */
@NullMarked
package okno.payment.checkout.domain;

import org.jspecify.annotations.NullMarked;
