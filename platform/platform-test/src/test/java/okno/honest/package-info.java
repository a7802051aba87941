/** Keeps the rules of the house. */
@NullMarked
package okno.honest;

import org.jspecify.annotations.NullMarked;
