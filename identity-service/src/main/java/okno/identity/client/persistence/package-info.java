/** Client applications and their keys in PostgreSQL. */
@NullMarked
package okno.identity.client.persistence;

import org.jspecify.annotations.NullMarked;
