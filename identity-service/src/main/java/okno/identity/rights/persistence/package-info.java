/** Requests, parts of exports, answers to erasures and the working calendar in PostgreSQL. */
@NullMarked
package okno.identity.rights.persistence;

import org.jspecify.annotations.NullMarked;
