/** Keeps the rules of the house. */
@NullMarked
package okno.honest.thing.messaging;

import org.jspecify.annotations.NullMarked;
