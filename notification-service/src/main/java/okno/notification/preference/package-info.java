/** What a person wants to be told, by which channel, in which language. */
@NullMarked
package okno.notification.preference;

import org.jspecify.annotations.NullMarked;
