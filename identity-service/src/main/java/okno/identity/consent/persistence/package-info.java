/** Consents in PostgreSQL. */
@NullMarked
package okno.identity.consent.persistence;

import org.jspecify.annotations.NullMarked;
