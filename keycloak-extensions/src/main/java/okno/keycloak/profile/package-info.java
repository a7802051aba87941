/** Numbers and passwords as Russian law and the house's rules want them. */
@NullMarked
package okno.keycloak.profile;

import org.jspecify.annotations.NullMarked;
