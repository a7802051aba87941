/** Published answers to orders to erase. */
@NullMarked
package okno.notification.rights.events;

import org.jspecify.annotations.NullMarked;
