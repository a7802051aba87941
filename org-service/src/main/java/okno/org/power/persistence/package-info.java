/** Table power_of_attorney. */
@NullMarked
package okno.org.power.persistence;

import org.jspecify.annotations.NullMarked;
