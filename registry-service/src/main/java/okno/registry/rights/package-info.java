/** Rights of persons by 152-FZ: extracts made for one person, for identity-service's copy. */
@NullMarked
package okno.registry.rights;

import org.jspecify.annotations.NullMarked;
