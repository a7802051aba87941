/** The documentation page: every service's contract with log-in and try-it. */
@NullMarked
package okno.gateway.docs;

import org.jspecify.annotations.NullMarked;
