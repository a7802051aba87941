/** Which path belongs to which service, and what happens when that service does not answer. */
@NullMarked
package okno.gateway.route;

import org.jspecify.annotations.NullMarked;
