/** Certificates of persons in PostgreSQL. */
@NullMarked
package okno.identity.certificate.persistence;

import org.jspecify.annotations.NullMarked;
