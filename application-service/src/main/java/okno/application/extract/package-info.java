/** Services that need no officer: after the submission has committed, a durable task asks the register and delivers its answer. {@link okno.application.extract.ExtractWorker} works the tasks off. */
@NullMarked
package okno.application.extract;

import org.jspecify.annotations.NullMarked;
