/**
 * Numbers fixed by Russian law and banking rules, checked when made. Each factory throws {@link
 * okno.platform.core.number.InvalidNumber} whose code tells a wrong format from a wrong check digit.
 */
@NullMarked
package okno.platform.core.number;

import org.jspecify.annotations.NullMarked;
