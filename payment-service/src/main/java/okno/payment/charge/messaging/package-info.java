/** The application's events that make and cancel charges. */
@NullMarked
package okno.payment.charge.messaging;

import org.jspecify.annotations.NullMarked;
