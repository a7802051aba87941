/** Narrow rights to the administration: a role that opens one resource, and what Keycloak's own code needs to do its work. */
@NullMarked
package okno.keycloak.rights;

import org.jspecify.annotations.NullMarked;
