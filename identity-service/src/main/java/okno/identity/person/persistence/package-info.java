/** Persons and preferences in PostgreSQL. */
@NullMarked
package okno.identity.person.persistence;

import org.jspecify.annotations.NullMarked;
