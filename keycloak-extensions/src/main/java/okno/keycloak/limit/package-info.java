/** How often something may happen, counted for all nodes together. */
@NullMarked
package okno.keycloak.limit;

import org.jspecify.annotations.NullMarked;
