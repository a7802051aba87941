/** Events that bring dates or settle them. */
@NullMarked
package okno.notification.reminder.messaging;

import org.jspecify.annotations.NullMarked;
