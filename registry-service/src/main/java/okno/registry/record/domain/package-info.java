/** What a record of a register is. */
@NullMarked
package okno.registry.record.domain;

import org.jspecify.annotations.NullMarked;
