/** Journeys through the gateway on the whole stack, and what becomes of them when parts of it are killed. */
@NullMarked
package okno.e2e;

import org.jspecify.annotations.NullMarked;
