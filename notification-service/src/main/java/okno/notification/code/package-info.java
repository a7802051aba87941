/** One-time codes: sent at once, past the queue, never stored. */
@NullMarked
package okno.notification.code;

import org.jspecify.annotations.NullMarked;
