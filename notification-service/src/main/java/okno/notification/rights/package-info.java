/** Rights of persons by 152-FZ: everything kept here of one person for identity-service's copy, and its erasure. */
@NullMarked
package okno.notification.rights;

import org.jspecify.annotations.NullMarked;
