/** The events of other services that people are told of. */
@NullMarked
package okno.notification.notice.messaging;

import org.jspecify.annotations.NullMarked;
