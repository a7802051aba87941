/** Simple electronic signatures (63-FZ, articles 5 and 6): asked for, confirmed by a code sent to the person's phone, kept as history. */
@NullMarked
package okno.identity.signature;

import org.jspecify.annotations.NullMarked;
