/**
 * Whose signature it is that somebody logs in with. Keycloak makes the text and asks; the rules are those of every other
 * signature. Begin with {@link okno.identity.login.JudgeCertificateLogin}.
 */
@NullMarked
package okno.identity.login;

import org.jspecify.annotations.NullMarked;
