/** Where a person is logged in, and ending one of those sessions everywhere at once. Keycloak owns the sessions. */
@NullMarked
package okno.identity.session;

import org.jspecify.annotations.NullMarked;
