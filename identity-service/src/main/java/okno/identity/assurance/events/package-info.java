/** Published contracts of assurance. */
@NullMarked
package okno.identity.assurance.events;

import org.jspecify.annotations.NullMarked;
