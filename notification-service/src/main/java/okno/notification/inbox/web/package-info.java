/** The inbox over REST and server-sent events. */
@NullMarked
package okno.notification.inbox.web;

import org.jspecify.annotations.NullMarked;
