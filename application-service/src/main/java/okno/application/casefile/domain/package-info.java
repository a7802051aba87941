/** The application as a record that only moves along the life cycle; no Spring, no SQL. */
@NullMarked
package okno.application.casefile.domain;

import org.jspecify.annotations.NullMarked;
