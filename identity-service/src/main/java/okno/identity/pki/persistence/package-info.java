/** Revoked certificates in PostgreSQL. */
@NullMarked
package okno.identity.pki.persistence;

import org.jspecify.annotations.NullMarked;
