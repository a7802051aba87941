/** Clients of the registry that identity-service keeps: written as a whole, and never more than a partner may have. */
@NullMarked
package okno.keycloak.client;

import org.jspecify.annotations.NullMarked;
