/** How rows that are due are worked through: {@link okno.org.due.DueWorker}. */
@NullMarked
package okno.org.due;

import org.jspecify.annotations.NullMarked;
