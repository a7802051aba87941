/** The application and what lies in its file, as rows. */
@NullMarked
package okno.application.casefile.persistence;

import org.jspecify.annotations.NullMarked;
