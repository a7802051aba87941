/**
 * Log-in by a certificate: the page shows a text that nobody has seen before, the person's software signs it, and
 * identity-service judges the signature as it judges all others and says whose it is. Begin with
 * {@link okno.keycloak.certificate.CertificateLogin}.
 */
@NullMarked
package okno.keycloak.certificate;

import org.jspecify.annotations.NullMarked;
