/** Look-ups in the registers by number and name; the read side of every record. */
@NullMarked
package okno.registry.record;

import org.jspecify.annotations.NullMarked;
