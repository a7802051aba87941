/** Fills an empty register of a developer's machine with invented companies and people. */
@NullMarked
package okno.registry.invented;

import org.jspecify.annotations.NullMarked;
