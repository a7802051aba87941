/** Owns the inbox, channels, templates and delivery history; never decides that something happened. */
@NullMarked
package okno.notification;

import org.jspecify.annotations.NullMarked;
