/**
 * What holds of a signature and of a certificate, check by check: CAdES and plain CMS by Bouncy Castle (RSA, ECDSA and
 * ГОСТ Р 34.10-2012), PAdES and XAdES by EU DSS, certificates by one set of rules for all. Keeps nothing.
 */
@NullMarked
package okno.identity.verification;

import org.jspecify.annotations.NullMarked;
