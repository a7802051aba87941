/** Keeps the rules of the house. */
@NullMarked
package okno.honest.thing;

import org.jspecify.annotations.NullMarked;
