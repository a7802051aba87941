/** Values and refusals that every service shares because an outside standard fixes them; no Spring beans, no business words. */
@NullMarked
package okno.platform.core;

import org.jspecify.annotations.NullMarked;
