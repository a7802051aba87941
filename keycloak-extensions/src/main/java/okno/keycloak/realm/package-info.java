/**
 * The realm as code: its definition is put to a running Keycloak, which becomes what it says in one transaction. Begin
 * with {@link okno.keycloak.realm.ApplyDefinition}.
 */
@NullMarked
package okno.keycloak.realm;

import org.jspecify.annotations.NullMarked;
