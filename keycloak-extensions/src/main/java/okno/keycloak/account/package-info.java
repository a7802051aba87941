/** What identity-service changes of accounts: single attributes and the e-mail, without writing the rest. */
@NullMarked
package okno.keycloak.account;

import org.jspecify.annotations.NullMarked;
