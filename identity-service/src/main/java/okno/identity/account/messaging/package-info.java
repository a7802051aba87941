/** What Keycloak tells of accounts. */
@NullMarked
package okno.identity.account.messaging;

import org.jspecify.annotations.NullMarked;
