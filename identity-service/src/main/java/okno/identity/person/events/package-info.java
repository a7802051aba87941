/** Published contracts of the profile. */
@NullMarked
package okno.identity.person.events;

import org.jspecify.annotations.NullMarked;
