/** Register records as SQL. */
@NullMarked
package okno.registry.record.persistence;

import org.jspecify.annotations.NullMarked;
