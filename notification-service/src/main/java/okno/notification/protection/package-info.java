/**
 * Seals what must not be readable in the database or in a link. Other services read their keyset in the same few lines; a
 * common place for them would bring Tink to all modules of the platform, and what differs, the purposes and what a failure
 * means, is the rest.
 */
@NullMarked
package okno.notification.protection;

import org.jspecify.annotations.NullMarked;
