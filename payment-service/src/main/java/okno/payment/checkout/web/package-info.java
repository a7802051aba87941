/** Payments over REST, and the provider's callbacks. */
@NullMarked
package okno.payment.checkout.web;

import org.jspecify.annotations.NullMarked;
