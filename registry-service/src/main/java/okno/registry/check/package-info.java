/** Checks of numbers and organisations, each with its reason. */
@NullMarked
package okno.registry.check;

import org.jspecify.annotations.NullMarked;
