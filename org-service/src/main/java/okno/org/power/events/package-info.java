/** Contracts of topic okno.org.power.v1. */
@NullMarked
package okno.org.power.events;

import org.jspecify.annotations.NullMarked;
