/** SQL of reminders. */
@NullMarked
package okno.notification.reminder.persistence;

import org.jspecify.annotations.NullMarked;
