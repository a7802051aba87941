/** The audit journal: every service's entries, append-only, in one order; answers what a person did and who read their data. */
@NullMarked
package okno.identity.journal;

import org.jspecify.annotations.NullMarked;
