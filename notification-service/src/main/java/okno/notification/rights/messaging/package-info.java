/** Orders to erase. */
@NullMarked
package okno.notification.rights.messaging;

import org.jspecify.annotations.NullMarked;
