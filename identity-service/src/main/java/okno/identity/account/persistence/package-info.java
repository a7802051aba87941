/** Registrations in the database. */
@NullMarked
package okno.identity.account.persistence;

import org.jspecify.annotations.NullMarked;
