/** A program of its own, started from the gateway's jar: what one gets without Okno. */
@NullMarked
package okno.bench.stock;

import org.jspecify.annotations.NullMarked;
