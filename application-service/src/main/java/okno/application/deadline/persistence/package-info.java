/** SQL of the days that come. */
@NullMarked
package okno.application.deadline.persistence;

import org.jspecify.annotations.NullMarked;
