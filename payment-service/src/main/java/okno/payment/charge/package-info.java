/** Charges: what is owed, by whom, until when. Made by an application's event, found by UIN, closed by a payment. */
@NullMarked
package okno.payment.charge;

import org.jspecify.annotations.NullMarked;
