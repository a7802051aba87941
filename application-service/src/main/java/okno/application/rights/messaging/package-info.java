/** Orders to erase. */
@NullMarked
package okno.application.rights.messaging;

import org.jspecify.annotations.NullMarked;
