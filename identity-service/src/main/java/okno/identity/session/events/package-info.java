/** Published contract of an ended session. */
@NullMarked
package okno.identity.session.events;

import org.jspecify.annotations.NullMarked;
