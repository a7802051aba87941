/** Deliveries by e-mail and SMS: durable rows, sent outside transactions, retried with growing pauses. */
@NullMarked
package okno.notification.delivery;

import org.jspecify.annotations.NullMarked;
