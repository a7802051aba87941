/**
 * The platform's certificate authority: its keys, the certificates and revocation lists it signs (RFC 5280), and its
 * timestamp authority (RFC 3161). Knows nobody's private key but its own two.
 */
@NullMarked
package okno.identity.pki;

import org.jspecify.annotations.NullMarked;
