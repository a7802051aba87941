/**
 * What Okno adds to Keycloak: {@link okno.keycloak.audit} tells of its events, {@link okno.keycloak.profile} knows what
 * Russian law says of numbers and passwords, {@link okno.keycloak.sms} is a second factor. Providers are found by
 * {@code META-INF/services}.
 */
@NullMarked
package okno.keycloak;

import org.jspecify.annotations.NullMarked;
