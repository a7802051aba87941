/** Breaks the rules of the house on purpose. */
@NullMarked
package okno.planted.bad;

import org.jspecify.annotations.NullMarked;
