/** Owns organisations, who may act for them, and acting tokens; never authenticates people. */
@NullMarked
package okno.org;

import org.jspecify.annotations.NullMarked;
