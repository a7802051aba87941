/** A neighbour. */
@NullMarked
package okno.strange;

import org.jspecify.annotations.NullMarked;
