/** Breaks the rules of the house on purpose. */
@NullMarked
package okno.planted.other;

import org.jspecify.annotations.NullMarked;
