/** The acquirer that takes the card: one port, today one implementation, and how its callbacks are proved genuine. */
@NullMarked
package okno.payment.provider;

import org.jspecify.annotations.NullMarked;
