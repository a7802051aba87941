/** Reminders of dates: an application's term, a payment, the end of a document or licence. {@code PlanReminders} keeps
 * what is to come, {@code RemindPeople} tells what has come, each once. */
@NullMarked
package okno.notification.reminder;

import org.jspecify.annotations.NullMarked;
