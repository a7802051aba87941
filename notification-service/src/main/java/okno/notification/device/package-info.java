/** Browsers that a person let us push to. */
@NullMarked
package okno.notification.device;

import org.jspecify.annotations.NullMarked;
