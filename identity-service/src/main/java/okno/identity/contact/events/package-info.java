/** Published contracts of changes. */
@NullMarked
package okno.identity.contact.events;

import org.jspecify.annotations.NullMarked;
