/** Published contracts of erasure. */
@NullMarked
package okno.identity.rights.events;

import org.jspecify.annotations.NullMarked;
