/** Who did what, to what, for whom and on what basis: one call per use case, published with its transaction. */
@NullMarked
package okno.platform.audit;

import org.jspecify.annotations.NullMarked;
