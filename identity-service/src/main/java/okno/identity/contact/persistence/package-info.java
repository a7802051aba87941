/** Changes in the database. */
@NullMarked
package okno.identity.contact.persistence;

import org.jspecify.annotations.NullMarked;
