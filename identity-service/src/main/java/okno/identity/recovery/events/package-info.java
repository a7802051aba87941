/** What others are told. */
@NullMarked
package okno.identity.recovery.events;

import org.jspecify.annotations.NullMarked;
