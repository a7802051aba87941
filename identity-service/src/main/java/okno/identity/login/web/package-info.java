/** The call that only Keycloak makes. */
@NullMarked
package okno.identity.login.web;

import org.jspecify.annotations.NullMarked;
