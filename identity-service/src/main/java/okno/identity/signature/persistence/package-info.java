/** Signatures in PostgreSQL. */
@NullMarked
package okno.identity.signature.persistence;

import org.jspecify.annotations.NullMarked;
