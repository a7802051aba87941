/** Published contracts of consents. */
@NullMarked
package okno.identity.consent.events;

import org.jspecify.annotations.NullMarked;
