/** What a person was told: the inbox, its live stream and the history of deliveries. */
@NullMarked
package okno.notification.inbox;

import org.jspecify.annotations.NullMarked;
