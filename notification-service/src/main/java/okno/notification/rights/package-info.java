/** Rights of persons by 152-FZ: what {@code platform-rights} asks a service for a copy and for an erasure. */
@NullMarked
package okno.notification.rights;

import org.jspecify.annotations.NullMarked;
