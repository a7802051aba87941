/** SQL of complaints. */
@NullMarked
package okno.application.appeal.persistence;

import org.jspecify.annotations.NullMarked;
