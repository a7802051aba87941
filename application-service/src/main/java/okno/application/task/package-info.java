/**
 * Work that is done after the commit that ordered it, and surely: a row for each task, a worker on each replica. What there
 * is to do is said by {@link okno.application.extract} and {@link okno.application.scan}.
 */
@NullMarked
package okno.application.task;

import org.jspecify.annotations.NullMarked;
