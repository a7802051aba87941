/** SQL that adds notifications. */
@NullMarked
package okno.notification.notice.persistence;

import org.jspecify.annotations.NullMarked;
