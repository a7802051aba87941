/** How often one may call: by address before the token, by person or client after it. */
@NullMarked
package okno.gateway.limit;

import org.jspecify.annotations.NullMarked;
