/** SQL of tasks. */
@NullMarked
package okno.application.task.persistence;

import org.jspecify.annotations.NullMarked;
