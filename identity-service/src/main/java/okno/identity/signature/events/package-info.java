/** Published contract of a signature. */
@NullMarked
package okno.identity.signature.events;

import org.jspecify.annotations.NullMarked;
