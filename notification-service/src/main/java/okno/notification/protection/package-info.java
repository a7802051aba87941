/** Seals what must not be readable in the database or in a link. */
@NullMarked
package okno.notification.protection;

import org.jspecify.annotations.NullMarked;
