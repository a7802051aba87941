/** SQL of marking as read. */
@NullMarked
package okno.notification.inbox.persistence;

import org.jspecify.annotations.NullMarked;
