/** SQL of deliveries. */
@NullMarked
package okno.notification.delivery.persistence;

import org.jspecify.annotations.NullMarked;
