/** From an event to notifications: who is told what. Start with NotifyPerson. */
@NullMarked
package okno.notification.notice;

import org.jspecify.annotations.NullMarked;
