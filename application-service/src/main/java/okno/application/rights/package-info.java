/**
 * Rights of persons by 152-FZ: what {@code platform-rights} asks a service for a copy, for an erasure, and when what was
 * kept need not be kept any more. Start reading at {@link okno.application.rights.ExportQueries} and {@link
 * okno.application.rights.PersonPapers}.
 */
@NullMarked
package okno.application.rights;

import org.jspecify.annotations.NullMarked;
