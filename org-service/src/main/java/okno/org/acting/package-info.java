/** Five-minute tokens by which a person acts for a company, and the keys to verify them. */
@NullMarked
package okno.org.acting;

import org.jspecify.annotations.NullMarked;
