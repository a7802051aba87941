/** The journal's partitioned table. */
@NullMarked
package okno.identity.journal.persistence;

import org.jspecify.annotations.NullMarked;
