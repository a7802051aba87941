/** Events, audiences and deliveries in the database. */
@NullMarked
package okno.webhook.delivery.persistence;

import org.jspecify.annotations.NullMarked;
