/** The task queue as rows. */
@NullMarked
package okno.application.extract.persistence;

import org.jspecify.annotations.NullMarked;
