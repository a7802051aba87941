/** Texts as files: one for each kind of message, channel and language. */
@NullMarked
package okno.notification.template;

import org.jspecify.annotations.NullMarked;
