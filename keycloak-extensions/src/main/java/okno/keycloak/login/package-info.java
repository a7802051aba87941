/**
 * How strong a log-in must be: everybody shows a second factor, a passkey or a certificate counts for both, and who has
 * none yet gets one before anything is issued. Begin with {@link okno.keycloak.login.LeastLevel}.
 */
@NullMarked
package okno.keycloak.login;

import org.jspecify.annotations.NullMarked;
