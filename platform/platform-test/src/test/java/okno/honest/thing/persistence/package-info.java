/** Keeps the rules of the house. */
@NullMarked
package okno.honest.thing.persistence;

import org.jspecify.annotations.NullMarked;
