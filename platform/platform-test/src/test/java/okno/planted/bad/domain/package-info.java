/** Breaks the rules of the house on purpose. */
@NullMarked
package okno.planted.bad.domain;

import org.jspecify.annotations.NullMarked;
