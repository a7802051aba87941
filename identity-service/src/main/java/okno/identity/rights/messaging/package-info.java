/** Answers of the services that were ordered to erase. */
@NullMarked
package okno.identity.rights.messaging;

import org.jspecify.annotations.NullMarked;
