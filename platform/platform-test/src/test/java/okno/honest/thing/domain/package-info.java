/** Keeps the rules of the house. */
@NullMarked
package okno.honest.thing.domain;

import org.jspecify.annotations.NullMarked;
