/** Rights of persons by 152-FZ: everything kept here of one person for identity-service's copy. */
@NullMarked
package okno.org.rights;

import org.jspecify.annotations.NullMarked;
