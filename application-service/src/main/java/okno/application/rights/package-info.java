/**
 * Rights of persons by 152-FZ: everything kept here of one person for identity-service's copy, and the erasure of what no
 * law keeps. Start reading at {@link okno.application.rights.ExportQueries} and {@link okno.application.rights.ErasePerson}.
 */
@NullMarked
package okno.application.rights;

import org.jspecify.annotations.NullMarked;
